"""Plans edited at random with known truth, and what other programs make of them: for ``edits.py``."""
