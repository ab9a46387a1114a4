"""Doors to the outside: one folder per service, one module per provider."""
