"""Tests of the embedded mail servers and the sample mails; what a mail server does stands in tests/contracts."""
