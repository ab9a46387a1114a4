"""What a person wants and who they are: the goal, the hours, the confirmed record of their working life."""
