"""The acts of coordination, in the words of the public change log."""
