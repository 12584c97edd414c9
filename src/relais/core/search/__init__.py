"""Finding things in a list that fits in memory: words without accents, and facets with honest counts."""
