"""The day at hand: its page, its letter, its PDF."""
