"""The careful clerk who reads the mail once more, by principles of his own, before anything is done."""
