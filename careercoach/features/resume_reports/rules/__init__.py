"""The thinking behind a resume report: pure functions, no clock, no database, no network."""
