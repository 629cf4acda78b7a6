"""One week at the desk: the mails that come in, what staff answer, and what must come of it."""
