"""How far somebody has come: minutes, plan, streak and interview scores over time."""
