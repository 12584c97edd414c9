"""Pages of the yearly round: each reads its input, does one act or asks one question, and renders."""
