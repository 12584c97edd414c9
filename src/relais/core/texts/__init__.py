"""Words and the files that hold them: texts in several languages, strict YAML, shapes with line numbers."""
