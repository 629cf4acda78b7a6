"""A mail as a letter: its sentences, lines, forms and tables, each with the place where it stood."""
