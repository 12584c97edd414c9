"""What changes: what if something happens in a family, and what is coming by itself."""
