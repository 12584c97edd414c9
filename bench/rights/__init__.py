"""One small law, written once for each engine, side by side: ours, three peers, numpy by hand, C by hand.

`mini/` is the law and its amounts, `people` the households, `case` what is asked of everyone. `ours`,
`by_hand`, `by_c` and `peers/` are the engines; each runs in a process (`worker`), a peer in a virtual
environment of its own (`.venv-bench/`, made by `bin/prepare bench`), and must give the same euros.
"""
