"""Pages of the catalogue, and the check."""
