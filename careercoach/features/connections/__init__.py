"""Outside providers: their keys, what each adds, and whether it works."""
