"""Relais: one regional plan for single-parent families, made living, public and checkable."""
