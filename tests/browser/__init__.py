"""What a reader meets: a real browser and the real server, with and without JavaScript."""
