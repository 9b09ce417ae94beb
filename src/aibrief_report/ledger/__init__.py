"""The ledger: curated observations, what they measure, where they were read, and where they disagree.

In come the tables of `data/` through `Inputs`; out go a frozen `Ledger` and, from it, quantities that
keep their rivals. It knows nothing of templates or documents.
"""
