"""The ground floor: database, access, errors, texts, jobs. Knows no feature and no outside service."""
