"""How a resume is read, without a model and without a network: `read.read_resume` is the way in."""
