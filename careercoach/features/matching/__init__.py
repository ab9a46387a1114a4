"""Where a person stands: their resume against a role or a posting, with the words each claim rests on."""
