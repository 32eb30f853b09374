"""Files and batches: OpenAI's client with nothing changed but base URL and key."""

import io
import json

import openai
import pytest

from setting import EVERYTHING, VALUES, assert_holds_all, assert_nothing_left, client, direct, mark
from setting import user


def requests(*texts, model="fake/echo"):
    lines = [
        {
            "custom_id": f"{VALUES['email']} {number}",
            "method": "POST",
            "url": "/v1/chat/completions",
            "body": {"model": model, "messages": user(text)},
        }
        for number, text in enumerate(texts)
    ]
    return io.BytesIO("\n".join(json.dumps(line) for line in lines).encode())


def begun(asked, file):
    return asked.batches.create(
        input_file_id=file.id,
        endpoint="/v1/chat/completions",
        completion_window="24h",
        metadata={"for": VALUES["email"]},
    )


def test_fake_asked_directly_answers_as_the_client_expects():
    asked = direct()
    file = asked.files.create(file=requests("hello", model="echo"), purpose="batch")
    batch = asked.batches.create(
        input_file_id=file.id, endpoint="/v1/chat/completions", completion_window="24h"
    )
    done = asked.batches.retrieve(batch.id)
    assert done.status == "completed" and done.request_counts.completed == 1
    answer = json.loads(asked.files.content(done.output_file_id).text)
    assert answer["response"]["body"]["choices"][0]["message"]["content"] == "hello"
    assert asked.files.delete(file.id).deleted


def test_batch_never_leaves_and_comes_back():
    marked = mark()
    asked = client()
    name = f"{VALUES['email']}.jsonl"
    file = asked.files.create(
        file=(name, requests(f"{marked} {EVERYTHING}", marked)), purpose="batch"
    )
    assert file.filename == name and file.purpose == "batch"
    batch = begun(asked, file)
    assert batch.metadata == {"for": VALUES["email"]}
    assert asked.batches.retrieve(batch.id).status == "completed"
    listed = asked.batches.list(limit=1).data[0]
    assert listed.id == batch.id and listed.input_file_id == file.id
    answers = [
        json.loads(line)
        for line in asked.files.content(listed.output_file_id).text.splitlines()
    ]
    assert [each["custom_id"] for each in answers] == [f"{VALUES['email']} {n}" for n in (0, 1)]
    said = [each["response"]["body"]["choices"][0]["message"]["content"] for each in answers]
    assert_holds_all(said[0])
    assert said[1] == marked
    assert_nothing_left(marked)
    assert file.id in [each.id for each in asked.files.list(purpose="batch")]
    assert asked.files.delete(file.id).deleted
    with pytest.raises(openai.NotFoundError):
        asked.files.retrieve(file.id)


def test_batch_cancelled_says_so():
    asked = client()
    file = asked.files.create(file=requests(mark()), purpose="batch")
    assert asked.batches.cancel(begun(asked, file).id).status == "cancelling"


def test_line_that_may_not_leave_is_named():
    with pytest.raises(openai.PermissionDeniedError) as refused:
        client().files.create(file=requests(mark(), EVERYTHING, model="blocked"), purpose="batch")
    assert refused.value.code == "policy_blocked"
    assert "line 1 of the file" in refused.value.message
