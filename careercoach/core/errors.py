"""What can go wrong in words a person understands: a sentence key and the HTTP status it answers with."""


class CoachError(Exception):
    """`text_key` names the sentence in the catalogue; `values` fill its placeholders."""

    text_key = "core.something_went_wrong"
    status = 400

    def __init__(self, text_key: str | None = None, *, status: int | None = None, **values: object) -> None:
        self.text_key = text_key or type(self).text_key
        self.status = status or type(self).status
        self.values = values
        super().__init__(self.text_key)


class NotFoundError(CoachError):
    """Does not exist, or belongs to somebody else: the answer is the same."""

    text_key = "core.not_found"
    status = 404


class ForbiddenError(CoachError):
    text_key = "core.forbidden"
    status = 403


class SignInNeededError(CoachError):
    text_key = "core.sign_in_needed"
    status = 401


class ConflictError(CoachError):
    text_key = "core.changed_elsewhere"
    status = 409


class TooLargeError(CoachError):
    text_key = "core.too_large"
    status = 413


class TooManyTriesError(CoachError):
    """`retry_after_s`: seconds until the next try is let through."""

    text_key = "core.too_many_tries"
    status = 429

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(minutes=max(1, -(-retry_after_s // 60)))
        self.retry_after_s = retry_after_s


class InvalidInputError(CoachError):
    text_key = "core.invalid_input"
    status = 422
