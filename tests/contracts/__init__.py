"""What the worker relies on in a server, stated once and passed by every server that we start."""
