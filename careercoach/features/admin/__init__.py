"""The operator's room: people, outbox, jobs, health, the gallery of building blocks."""
