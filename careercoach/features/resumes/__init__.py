"""Resumes: what a person uploads, what the machine reads in it, and what can be made better."""
