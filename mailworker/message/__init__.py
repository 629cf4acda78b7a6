"""RFC 5322 bytes to values and back: pure, never raises on what a stranger sent."""
