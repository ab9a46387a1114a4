"""The parts of the resume pages."""
