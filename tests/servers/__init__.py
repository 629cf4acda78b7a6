"""Real servers for tests: each is private, on loopback or a socket of its own, and gone when the run ends."""
