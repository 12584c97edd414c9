"""The lists of the observatory: figures wanted, corrected, expected, and by what each can be cut."""
