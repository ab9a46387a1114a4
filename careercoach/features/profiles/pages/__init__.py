"""The goal after signup, the settings, the profile, and what is imported into it."""

from careercoach.features.profiles.pages import imports, onboarding, preferences, profile

__all__ = ["imports", "onboarding", "preferences", "profile"]
