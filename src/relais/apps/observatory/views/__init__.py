"""Pages of the observatory: one module for each page or pair of pages."""
