"""Exhibits as files: bytes that are the same for the same data and filters."""
