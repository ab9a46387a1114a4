"""The counterparts that run in a process of their own: the plainest code that does the same work."""
