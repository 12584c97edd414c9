"""What many rights need to know of a family: ages, roles, incomes, and who lives with whom.

Not modelled: each law's own idea of a household. A right that has one says so in its own rules.
"""
