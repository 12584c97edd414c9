"""What people fill in: validated here, never saved here."""
