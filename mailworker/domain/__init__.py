"""The rules of the programme: pure values and functions, no clock, no I/O, nothing from outside this package."""
