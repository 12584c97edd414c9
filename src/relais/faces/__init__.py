"""The top floor: the site, the API and the command line, which join the rooms below."""
