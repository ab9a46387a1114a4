"""CareerCoach: a self-hosted career coach."""
