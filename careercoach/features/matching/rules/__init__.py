"""The thinking of matching: pure functions, no clock, no database, no network. The embedded coach's own reading."""
