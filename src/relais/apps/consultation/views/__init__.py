"""Pages of consultations: public ones, those of preparation, those of the authority and the moderators."""
