"""Findings → text, JSON, SARIF and what CI systems read; a file a format."""
