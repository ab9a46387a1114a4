"""`python -m tests.house.secrets`: no key, token or private mail address in what git tracks."""

import subprocess
import sys

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import transient_settings

SKIP = (".lock", ".woff2", ".png", ".webp", ".pdf", ".docx", "package-lock.json", "common_passwords.txt")
PLUGINS = (
    "AWSKeyDetector", "AzureStorageKeyDetector", "GitHubTokenDetector", "JwtTokenDetector", "OpenAIDetector",
    "PrivateKeyDetector", "SendGridDetector", "SlackDetector", "StripeDetector", "TwilioKeyDetector",
)  # fmt: skip


def main() -> int:
    tracked = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.split("\n")
    found = []
    with transient_settings({"plugins_used": [{"name": name} for name in PLUGINS]}):
        for path in tracked:
            if path and not path.endswith(SKIP):
                found += [f"{path}:{secret.line_number} {secret.type}" for secret in scan_file(path)]
    print("\n".join(found) or "No secrets in the tree.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
