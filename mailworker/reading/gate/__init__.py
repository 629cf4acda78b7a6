"""What makes a person look before anything is done."""
