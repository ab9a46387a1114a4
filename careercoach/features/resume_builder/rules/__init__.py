"""Rewriting a resume passage by passage, checking that nothing was invented, and setting the result."""
