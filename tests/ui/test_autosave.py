"""What stays in a field whose text was taken out, or put back: the browser's own lines, run by node."""

import json
import subprocess
import sys
from pathlib import Path

from careercoach.ui.autosave import _REST

NODE = Path(sys.executable).with_name("node")
RUN = """
const asked = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify(asked.map((row) => ccRest(...row))));
"""
# mine, taken, what the server had before, what it has now: what the field shows
CASES = [
    (("Why?", "Why?", "Why?", ""), ""),
    ((" Why? \n", "Why?", "", ""), ""),
    (("Why? And how", "Why?", "Why?", ""), "And how"),
    (("Quite another", "Why?", "Why?", ""), "Quite another"),
    (("", "", "", "Why?"), "Why?"),
    (("And how", "", "", "Why?"), "Why?\n\nAnd how"),
    (("And how", "", "And how", "Why?\n\nAnd how"), "Why?\n\nAnd how"),
    (("And how long", "", "And how", "Why?\n\nAnd how"), "Why?\n\nAnd how long"),
    (("A posting", "", "A posting", ""), ""),
    (("A posting, and more", "", "A posting", ""), "A posting, and more"),
]


def test_only_what_was_taken_leaves_the_field():
    told = json.dumps([given for given, _ in CASES])
    done = subprocess.run([NODE, "-e", _REST + RUN], input=told, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [shown for _, shown in CASES]
