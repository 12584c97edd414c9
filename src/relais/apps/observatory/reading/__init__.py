"""Figures as pages show them: in words, with their source, and with what does not fit beside them."""
