"""Acts of people on figures: one module for each kind of act."""
