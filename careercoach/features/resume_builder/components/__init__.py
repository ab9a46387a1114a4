"""The parts of the page: passages before and after, the coach at work, the files, and what is still to learn."""
