"""The tests mirror the package; `servers` holds the real servers that they run against."""
