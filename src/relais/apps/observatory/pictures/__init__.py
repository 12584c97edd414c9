"""Figures to charts, and the words in them: one module for each page or pair of pages."""
