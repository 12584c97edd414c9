"""The yearly publication: the frozen figures of a day, and that in the words of the reader."""
