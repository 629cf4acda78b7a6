"""mailworker: the careful clerk behind a registration mailbox."""
