"""The plan as the advice asks it: documents, themes, measures, actors, links, demands, concordance.

Decided in public: everything here is read from `data/plan/` (files.py, loader.py), except the official
wording, which enters from the advice itself (actions.py).
Neighbours: languages (texts), ui (pages), core.chain, core.advice, core.search.
"""
