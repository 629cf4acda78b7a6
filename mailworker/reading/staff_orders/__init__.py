"""What a member of staff orders by mail."""
