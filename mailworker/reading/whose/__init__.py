"""Organisations: which ones a text names, known or not, and for which one the mail speaks."""
