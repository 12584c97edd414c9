"""Tables of this room, and every way of reading them."""
