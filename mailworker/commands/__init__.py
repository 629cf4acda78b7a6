"""The commands by whom they serve: each module is thin, and cli.py puts them together."""
