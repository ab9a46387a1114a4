"""Every setting of the app, its default and unit. Nothing else reads the environment.

Each field is set by `CAREERCOACH_<NAME>` in the environment or in `.env`. A few have the name the world already
uses (`PORT`, `DATABASE_URL`, `REDIS_URL`, `MAIL_PDF`, provider keys); both forms work.
"""

import os
import secrets
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent


def _also(name: str) -> AliasChoices:
    return AliasChoices(f"CAREERCOACH_{name}", name)


class Settings(BaseSettings):
    """Read once at import; tests set the environment before the first import."""

    model_config = SettingsConfigDict(env_prefix="CAREERCOACH_", env_file=".env", extra="ignore", populate_by_name=True)

    data_dir: Path = PROJECT / "var"
    """Private folder (0700) of databases, files, outbox and state."""
    database_url: str = Field(default="", validation_alias=_also("DATABASE_URL"))
    """Empty = SQLite in `data_dir`; else postgresql://user:password@host/name."""
    redis_url: str = Field(default="", validation_alias=_also("REDIS_URL"))
    """Needed only when more than one process serves the app."""
    port: int = Field(default=3000, ge=1, le=65535, validation_alias=_also("PORT"))
    host: str = "0.0.0.0"  # noqa: S104  (a server is there to be reached)
    workers: int = Field(default=1, ge=1)
    """Server processes; more than one needs `redis_url` and PostgreSQL."""
    public_url: str = ""
    """How people reach the app, e.g. https://coach.example.org. Links in mails start with it."""
    extra_origins: list[str] = []
    """Further origins allowed to open the websocket, besides the host a page came from and `public_url`."""
    insecure_cookies: bool = False
    """Allow plain http on other hosts than localhost. The session cookie then travels unencrypted."""
    trusted_proxy_hops: int = Field(default=0, ge=0, le=5)
    """How many proxies of ours stand in front; only then is X-Forwarded-For believed."""
    secret_key: str = ""
    """Signs links in mails. Empty = made at first start and kept in `data_dir`/secret (0600)."""
    source_url: str = "https://github.com/careercoach/careercoach"
    """The "Source" link in the footer; the AGPL asks that it leads to the source of what runs here."""
    default_language: Literal["en", "hi", "es"] = "en"
    signup_open: bool = True
    """False: only an admin can add people (`careercoach admin create`)."""

    upload_max_bytes: int = Field(default=10 * 1024 * 1024, ge=1024)
    uploads_per_hour: int = 20
    files_per_person: int = 50
    files_max_bytes_per_person: int = 200 * 1024 * 1024

    mail_from: str = "CareerCoach <coach@localhost>"
    mail_pdf: Literal["attach", "link", "auto"] = Field(default="attach", validation_alias=_also("MAIL_PDF"))
    """The PDF of the day: attached, behind a link, or attached unless the provider batches (auto)."""
    mail_provider: Literal["auto", "outbox", "resend", "smtp"] = "auto"
    """auto: Resend with its key, else SMTP with its host, else the outbox on this machine."""
    mail_per_second: float = Field(default=2.0, gt=0, le=100)
    """Requests a second to the provider, all processes together. Resend counts by team."""
    resend_api_url: str = Field(default="https://api.resend.com", validation_alias=_also("RESEND_API_URL"))
    resend_webhook_secret: str = Field(default="", validation_alias=_also("RESEND_WEBHOOK_SECRET"))
    """whsec_...; two of them, with a blank between, while it is being changed. Empty: the webhook does not exist."""
    smtp_host: str = Field(default="", validation_alias=_also("SMTP_HOST"))
    smtp_port: int = Field(default=0, ge=0, le=65535, validation_alias=_also("SMTP_PORT"))
    """0 = the usual one: 587 with starttls, 465 with tls, 25 with none."""
    smtp_user: str = Field(default="", validation_alias=_also("SMTP_USER"))
    smtp_password: str = Field(default="", validation_alias=_also("SMTP_PASSWORD"))
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", validation_alias=_also("SMTP_SECURITY")
    )
    """none sends mails and the password in clear: only within one machine or a private network."""
    smtp_ca_file: Path | None = Field(default=None, validation_alias=_also("SMTP_CA_FILE"))
    """The only certificates to trust: for a server with a certificate of its own making."""

    openai_api_key: str = Field(default="", validation_alias=_also("OPENAI_API_KEY"))
    gemini_api_key: str = Field(default="", validation_alias=_also("GEMINI_API_KEY"))
    resend_api_key: str = Field(default="", validation_alias=_also("RESEND_API_KEY"))
    vapi_api_key: str = Field(default="", validation_alias=_also("VAPI_API_KEY"))

    openai_base_url: str = Field(default="", validation_alias=_also("OPENAI_BASE_URL"))
    """Empty = OpenAI itself."""
    openai_model: str = Field(default="gpt-6-luna", validation_alias=_also("OPENAI_MODEL"))
    openai_effort: str = Field(default="none", validation_alias=_also("OPENAI_EFFORT"))
    """How long the model thinks before it writes: none, low, medium, high; empty = as the model likes."""
    google_gemini_base_url: str = Field(default="", validation_alias=_also("GOOGLE_GEMINI_BASE_URL"))
    """Empty = Google itself."""
    gemini_model: str = Field(default="gemini-3.8-flash", validation_alias=_also("GEMINI_MODEL"))
    ai_local_base_url: str = ""
    """A server of one's own that speaks Chat Completions: http://localhost:11434/v1 (Ollama), :8080/v1 (llama.cpp)."""
    ai_local_model: str = ""
    ai_local_api_key: str = ""
    ai_local_timeout_s: float = Field(default=120.0, gt=0, le=900)
    """Patience with the machine of one's own, when it is first in `ai_order`."""
    ai_order: str = "openai,gemini,local"
    """Who is asked first, second, third. Who has no key (or no address) is left out."""
    ai_task_models: dict[str, str] = {}
    """Who answers a task or a whole room, as JSON: {"interviews.score": "openai:gpt-6.1-sol", "planner": "gemini"}.
    "embedded" = no model at all."""
    ai_timeout_s: float = Field(default=20.0, gt=0, le=600)
    """For one hosted provider, all tries together."""
    ai_answer_s: float = Field(default=28.0, gt=0, le=900)
    """For all providers together; then the embedded coach answers."""
    ai_calls_per_day: int = Field(default=30, ge=0)
    """Questions of one person on a day (UTC)."""
    ai_tokens_per_day: int = Field(default=200_000, ge=0)
    ai_at_once: int = Field(default=2, ge=1)
    """Questions of one person under way at the same time; more of them wait."""
    ai_all_calls_per_day: int = Field(default=2_000, ge=0)
    """Questions of all people together on a day."""
    ai_all_tokens_per_day: int = Field(default=5_000_000, ge=0)
    ai_all_usd_per_day: float = Field(default=5.0, ge=0)
    """Models whose price is not known count by their tokens only."""
    ai_keep_days: int = Field(default=30, ge=0)
    """How long the answer to a question is kept for the next time it is asked."""
    ai_models_file: Path | None = None
    """A newer table of prices and retired names (form: careercoach/ports/ai/models.toml)."""

    files_provider: Literal["auto", "disk", "s3"] = "auto"
    """auto: S3 when a bucket is named, else a folder in `data_dir`."""
    s3_bucket: str = Field(default="", validation_alias=_also("S3_BUCKET"))
    s3_prefix: str = Field(default="", validation_alias=_also("S3_PREFIX"))
    """Put before every key, e.g. "coach/": for a bucket that others use too."""
    s3_region: str = Field(default="us-east-1", validation_alias=_also("S3_REGION"))
    s3_endpoint_url: str = Field(default="", validation_alias=_also("S3_ENDPOINT_URL"))
    """Empty = AWS. Others: http://minio:9000, https://<account>.r2.cloudflarestorage.com, ..."""
    s3_public_endpoint_url: str = Field(default="", validation_alias=_also("S3_PUBLIC_ENDPOINT_URL"))
    """How browsers reach the same server. Without it (and not at AWS) downloads go through the app."""
    s3_access_key_id: str = Field(default="", validation_alias=_also("S3_ACCESS_KEY_ID"))
    """Empty = whatever the machine itself is allowed (roles, AWS_* variables)."""
    s3_secret_access_key: str = Field(default="", validation_alias=_also("S3_SECRET_ACCESS_KEY"))
    s3_force_path_style: bool | None = Field(default=None, validation_alias=_also("S3_FORCE_PATH_STYLE"))
    """None = yes with an endpoint of one's own, no at AWS."""
    s3_sse: Literal["", "AES256", "aws:kms"] = Field(default="", validation_alias=_also("S3_SSE"))
    """Encryption at rest to ask for; some servers refuse the question, so it is asked only when set."""
    s3_kms_key_id: str = Field(default="", validation_alias=_also("S3_KMS_KEY_ID"))

    pdf_workers: int = Field(default=2, ge=1, le=8)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    run_jobs: bool = True
    """False: this process serves pages only and leaves background work to others."""

    @property
    def mail_service(self) -> Literal["outbox", "resend", "smtp"]:
        """Who sends mail."""
        if self.mail_provider != "auto":
            return self.mail_provider
        return "resend" if self.resend_api_key else "smtp" if self.smtp_host else "outbox"

    @property
    def files_service(self) -> Literal["disk", "s3"]:
        """Who keeps files."""
        if self.files_provider != "auto":
            return self.files_provider
        return "s3" if self.s3_bucket else "disk"

    @property
    def is_sqlite(self) -> bool:
        return not self.database_url

    @property
    def async_database_url(self) -> str:
        """SQLAlchemy's name of the database."""
        if self.is_sqlite:
            return f"sqlite+aiosqlite:///{self.data_dir / 'app.db'}"
        return "postgresql+psycopg://" + self.database_url.split("://", 1)[1]

    @property
    def base_url(self) -> str:
        """Where links in mails lead, without a slash at the end."""
        return (self.public_url or f"http://localhost:{self.port}").rstrip("/")

    @property
    def is_https(self) -> bool:
        return urlsplit(self.base_url).scheme == "https"

    @property
    def origins(self) -> list[str]:
        """The fixed list of origins that may open the websocket."""
        return sorted({self.base_url, f"http://localhost:{self.port}", *self.extra_origins})

    @cached_property
    def secret(self) -> bytes:
        """The signing key, made once and kept when none is given."""
        if self.secret_key:
            return self.secret_key.encode()
        return _kept_secret(self.data_dir / "secret")


def _kept_secret(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with open(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text().strip().encode()


settings = Settings()
