"""Which sections of different notes may tell the same: it proposes, people decide.

Needs the packages of requirements-overlaps.txt, which the site build does without.
"""
