"""A small law for the benchmark alone: child benefit, integration income and a rent subsidy in the manner of
Brussels. It is a right as in `core/rights/catalogue`. Its amounts and conditions are ILLUSTRATIVE: they are
nobody's entitlement."""
