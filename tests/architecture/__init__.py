"""House rules that imports cannot show, written as tests."""
