"""One table for another, one person for another, a misspelt name put right."""
