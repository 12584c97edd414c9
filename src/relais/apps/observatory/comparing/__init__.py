"""Groups and places beside each other: a few that one chooses, those that cross, one place and the region."""
