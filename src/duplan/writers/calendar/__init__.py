"""Calendars in the formats that people open: one module or folder a format."""
