"""The small law in three other engines, each in the style of its own documentation."""
