"""Mock interviews by text: the questions, the room, the score of each answer and the report."""
