"""Brussels protected client for electricity and gas (beschermde afnemer, client protégé).

Source: Brussels ordinance of 19 July 2001, article 25septies, and the parallel gas ordinance, as told by
the regional dispute service. Authority: the Region; Sibelga, Brugel and the public welfare centres. Not
modelled: the income ceilings of Brugel, the automatic route, the end of the protection.
"""
