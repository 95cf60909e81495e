"""Markdown that duplan wrote itself, read by its form."""
