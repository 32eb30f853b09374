"""What every test of this folder starts from: OpenAI's client with nothing changed but base URL and
key, the values that must not leave, and the log of the provider behind Avow."""

import json
import os
import time
import urllib.request
import uuid
from pathlib import Path
from urllib.parse import urljoin

from openai import AsyncOpenAI, OpenAI

STATS = os.environ["AVOW_UPSTREAM_STATS"]
BASE_URL = os.environ["AVOW_BASE_URL"]
KEY = os.environ["AVOW_KEY"]

# Personal data of nobody, by finding type.
VALUES = json.loads((Path(__file__).parent.parent / "values.json").read_text(encoding="utf-8"))

# One text that holds every value.
EVERYTHING = " ".join(f"{kind}: {value}." for kind, value in VALUES.items())


def client(**options) -> OpenAI:
    return OpenAI(base_url=BASE_URL, api_key=KEY, **options)


def async_client() -> AsyncOpenAI:
    return AsyncOpenAI(base_url=BASE_URL, api_key=KEY)


def direct() -> OpenAI:
    """The same client on the provider itself, with no Avow between."""
    return OpenAI(base_url=urljoin(STATS, "/v1"), api_key="fake-provider-key-0001", max_retries=0)


def user(content):
    return [{"role": "user", "content": content}]


def mark() -> str:
    """A word that stands in one request only, by which it is found in the provider's log."""
    return "mark-" + "".join(c for c in uuid.uuid4().hex if c.isalpha())


def upstream() -> list[dict]:
    """The provider's log. Each entry: body, everything (headers too), outcome."""
    with urllib.request.urlopen(STATS, timeout=10) as answer:
        return json.load(answer)["requests"]


def received(marked: str) -> dict:
    found = [each for each in upstream() if marked in each["body"]]
    assert found, "nothing with that mark came upstream"
    return found[-1]


def assert_nothing_left(marked: str) -> None:
    everything = received(marked)["everything"]
    left = [kind for kind, value in VALUES.items() if value in everything]
    assert not left


def assert_holds_all(text: str) -> None:
    missing = [kind for kind, value in VALUES.items() if value not in text]
    assert not missing


def eventually(condition, what: str) -> None:
    """Tries until a condition holds, for half a minute: a busy machine is no failure."""
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError(what)
