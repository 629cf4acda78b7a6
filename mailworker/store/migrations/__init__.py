"""The revisions of the schema, applied by `mailworker db upgrade`."""
