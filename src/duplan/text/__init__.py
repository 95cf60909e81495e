"""Source text made uniform, with a map from every character back to where it came from."""
