"""The thinking of the room: choosing questions, scoring answers, writing the report. Pure and repeatable."""
