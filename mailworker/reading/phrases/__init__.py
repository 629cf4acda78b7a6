"""The words that readers go by, sorted by what they tell, and how phrases are written down."""
