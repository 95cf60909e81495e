"""Outline → Plan. Knows the words of plans, not their files."""
