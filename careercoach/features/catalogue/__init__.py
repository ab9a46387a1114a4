"""Skills and roles to browse and search, open to everyone."""
