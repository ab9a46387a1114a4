"""The room for strangers and questions: what this is, how it treats your data, what is not here."""
