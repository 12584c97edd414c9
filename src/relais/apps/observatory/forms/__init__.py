"""What is asked of a reader or a writer: validates, never saves."""
