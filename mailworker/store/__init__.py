"""The ledger on SQLAlchemy: takes a session, never commits; the verbs own the transactions."""
