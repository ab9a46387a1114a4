"""People and their sessions: sign up, log in, log out, forgotten password, the first admin."""
