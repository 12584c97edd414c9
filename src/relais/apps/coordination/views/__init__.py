"""Pages of coordination: each reads its input, does one act or asks one question, and renders."""
