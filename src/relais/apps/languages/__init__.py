"""Three languages, Dutch and French equal: texts in the database, and the switch between addresses."""
