"""The parts of the profile pages: the goal form, the record and its editors, the choices of an import."""
