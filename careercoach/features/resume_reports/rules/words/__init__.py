"""Words the rules know, by language of the resume."""
