"""Social internet offer (sociaal internetaanbod, offre internet sociale): facts only.

Source: law of 13 June 2005, annex 1, article 22/2, and royal decree of 30 August 2023, as told by the
press. Authority: federal telecom regulator. Nothing is computed: the full list of benefits was not found.
"""
