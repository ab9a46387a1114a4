"""The plan: weeks, days and tasks that close the gaps to a role, and what became of each task."""
