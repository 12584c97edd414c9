"""What people fill in about consultations: validated here, never saved here."""
