"""Reviewed data: skills, roles, learning resources and interview questions, loaded and validated once."""
