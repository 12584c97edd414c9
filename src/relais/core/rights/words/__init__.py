"""A result in Dutch, French and English: why it is so, as a tree, as lines, as one paragraph.

`explaining` is the tree without words; `values`, `speaking` and `phrases` put a law into words, once;
`telling` fills in a family; `reasons` and `deciding` find what decided; `wording` is what others use.
"""
