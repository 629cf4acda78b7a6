"""People: whom a text names, who of them takes part, who only stands by, and who wrote the mail."""
