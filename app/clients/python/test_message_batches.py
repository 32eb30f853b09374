"""Message batches: Anthropic's client with nothing changed but base URL and key."""

import json
from urllib.parse import urljoin

import anthropic
import pytest
from anthropic.types.messages.batch_create_params import BatchCreateParams
from pydantic import TypeAdapter

from setting import (
    BASE_URL,
    EVERYTHING,
    KEY,
    STATS,
    VALUES,
    assert_holds_all,
    assert_nothing_left,
    mark,
    received,
)


def client() -> anthropic.Anthropic:
    return anthropic.Anthropic(base_url=BASE_URL.removesuffix("/v1"), api_key=KEY, max_retries=0)


def direct() -> anthropic.Anthropic:
    """The same client on the provider itself, with no Avow between."""
    return anthropic.Anthropic(
        base_url=urljoin(STATS, "/"), api_key="fake-provider-key-0001", max_retries=0
    )


def request(custom_id, text, model="claude/echo"):
    messages = [{"role": "user", "content": text}]
    return {
        "custom_id": custom_id,
        "params": {"model": model, "max_tokens": 99, "messages": messages},
    }


def results(asked, batch) -> dict:
    return {each.custom_id: each.result for each in asked.messages.batches.results(batch.id)}


def test_fake_asked_directly_answers_as_the_client_expects():
    asked = direct()
    batch = asked.messages.batches.create(requests=[request("a", "hello", "echo")])
    assert batch.processing_status == "in_progress" and batch.request_counts.processing == 1
    assert asked.messages.batches.retrieve(batch.id).processing_status == "ended"
    assert asked.messages.batches.delete(batch.id).type == "message_batch_deleted"


def test_batch_never_leaves_and_comes_back():
    marked = mark()
    asked = client()
    batch = asked.messages.batches.create(
        requests=[
            request(VALUES["email"], f"{marked} {EVERYTHING}"),
            request("wrong", marked, "claude/error-400"),
            request("late", marked, "claude/expires"),
        ]
    )
    assert asked.messages.batches.retrieve(batch.id).request_counts.succeeded == 1
    told = results(asked, batch)
    assert set(told) == {VALUES["email"], "wrong", "late"}
    assert_holds_all(told[VALUES["email"]].message.content[0].text)
    assert told["wrong"].error.error.type == "invalid_request_error"
    assert told["late"].type == "expired"
    assert_nothing_left(marked)
    # What left is what Anthropic's own types say.
    TypeAdapter(BatchCreateParams).validate_python(json.loads(received(marked)["body"]))
    assert asked.messages.batches.delete(batch.id).id == batch.id
    with pytest.raises(anthropic.NotFoundError):
        asked.messages.batches.retrieve(batch.id)


def test_batches_are_listed_and_cancelled():
    asked = client()
    running = [
        asked.messages.batches.create(requests=[request("a", mark(), "claude/runs")])
        for _ in range(3)
    ]
    assert asked.messages.batches.cancel(running[0].id).processing_status == "canceling"
    listed = [each.id for each in asked.messages.batches.list(limit=2)]
    assert [each for each in listed if each in {batch.id for batch in running}] == [
        each.id for each in reversed(running)
    ]
    with pytest.raises(anthropic.BadRequestError):
        asked.messages.batches.delete(running[1].id)


def test_request_that_may_not_leave_is_named():
    with pytest.raises(anthropic.PermissionDeniedError) as refused:
        client().messages.batches.create(
            requests=[request("a", "x"), request("b", EVERYTHING, "claude/blocked")]
        )
    assert refused.value.body["error"]["type"] == "permission_error"
    assert refused.value.body["error"]["message"].startswith("requests.1: ")
