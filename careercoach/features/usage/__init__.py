"""What the coaches of outside providers cost and were told: ledger, budgets, consent, what was sent."""
