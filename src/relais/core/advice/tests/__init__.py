"""Tests of the reader: on invented documents and, where it is at hand, on the real text."""
