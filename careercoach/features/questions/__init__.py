"""Interview questions and what practising them has shown."""
