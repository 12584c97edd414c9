"""The yearly balance, made from a freeze and nothing else: web pages, a PDF of the same HTML, data files."""
