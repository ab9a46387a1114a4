"""The parts of the room's pages."""
