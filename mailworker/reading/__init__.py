"""Prose to requests: what a careful clerk reads in a mail, with the evidence for it. Pure and deterministic."""
