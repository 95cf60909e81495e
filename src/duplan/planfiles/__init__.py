"""Plans as YAML or JSON files: their values with places, what breaks the published form."""
