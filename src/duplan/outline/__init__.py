"""Normalised lines → paragraphs, grids and a numbered tree. Total: every text gives a tree."""
