"""Fares of public transport that are known: STIB/MIVB passes for pupils, young people and who is 65 or older.

Source: press on the fares of STIB/MIVB from 1 July 2021 to 1 February 2025. Authority: STIB/MIVB,
SNCB/NMBS. Not modelled: free travel under 12 on STIB and the price with the increased reimbursement, which
were not found; train fares, which were reshaped in 2025; fares of 2026.
"""
