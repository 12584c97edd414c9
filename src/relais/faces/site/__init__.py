"""Pages that belong to no single room: home, search, about, the accessibility statement, errors."""
