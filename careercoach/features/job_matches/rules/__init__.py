"""The thinking of the room: pure functions over what was read, compared and said."""
