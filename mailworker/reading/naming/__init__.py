"""Which tables of the programme a piece of text names, and which it only seems to name."""
