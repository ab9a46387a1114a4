"""What leaves the house as mail: written with the business change, sent after it, kept as a history."""
