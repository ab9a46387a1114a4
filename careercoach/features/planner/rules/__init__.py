"""The thinking of the planner: pure functions, no clock, no chance, no database. Same wish, same plan."""
