"""Takes the pictures of the front page from a running app: `python -m tests.e2e.take_shots URL MAIL PASSWORD`.

Log in as someone whose plan looks like a real day. Writes assets/shots/today-{wide,phone}-{light,dark}.avif.
"""

import io
import shutil
import sys

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from careercoach.ui.theme import ASSETS

SCREENS = {"wide": (1440, 540, 1), "phone": (390, 228, 2)}  # width and height in CSS pixels, pixels per CSS pixel
QUALITY = 30


def take(browser: Browser, url: str, mail: str, password: str, screen: str, mode: str) -> None:
    """One picture of the upper part of Today."""
    width, height, scale = SCREENS[screen]
    viewport = {"width": width, "height": 900}
    page = browser.new_page(viewport=viewport, device_scale_factor=scale, color_scheme=mode, reduced_motion="reduce")
    page.add_init_script(f"localStorage.setItem('theme', '{mode}'); localStorage.setItem('cc_theme', '{mode}')")
    page.goto(f"{url}/login/")
    page.fill("#email", mail)
    page.fill("#password", password)
    page.get_by_test_id("send").click()
    page.wait_for_url(lambda address: "/login" not in address)
    page.goto(f"{url}/today/")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB").crop((0, 0, width * scale, height * scale))
    (ASSETS / "shots").mkdir(exist_ok=True)
    shot.save(ASSETS / "shots" / f"today-{screen}-{mode}.avif", quality=QUALITY, speed=0)
    page.close()


def main(url: str, mail: str, password: str) -> None:
    with sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for screen in SCREENS:
            for mode in ("light", "dark"):
                take(browser, url.rstrip("/"), mail, password, screen, mode)


if __name__ == "__main__":
    main(*sys.argv[1:4])
