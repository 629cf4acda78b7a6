"""Which of the tables that a mail names are wished for, given back or left as they are, and with whom they go."""
