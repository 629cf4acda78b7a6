"""The embedded mail server and the sample mails of `mailworker demo`."""
