"""Childcare for jobseekers (Actiris Children's Houses): facts only.

Authority: Actiris. Nothing is computed: price, length and priority were not found. The former childcare
supplement of the unemployment service ended in Brussels for work resumed after 30 June 2019.
"""
