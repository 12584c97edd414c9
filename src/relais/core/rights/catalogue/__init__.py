"""The catalogue: a folder a right, with rules, parameters, inputs, texts and cases; `family` is shared."""
