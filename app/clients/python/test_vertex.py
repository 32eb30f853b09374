"""Clients of OpenAI and Anthropic on a provider that speaks as Google Vertex AI. The clients of
Google and Anthropic for Vertex AI read the fake one directly, and what they send it for the same
request is what Avow sends."""

import json
from urllib.parse import urljoin

import pytest
from anthropic import AnthropicVertex
from google import genai
from google.genai import types
from google.oauth2.credentials import Credentials

from setting import EVERYTHING, STATS, assert_nothing_left, client, mark, received, user
from test_translation import claude

PROJECT = "fictitious"
LOCATION = "europe-west1"
TOKEN = "fake-provider-key-0001"


def google(version="v1"):
    return genai.Client(
        enterprise=True,
        project=PROJECT,
        location=LOCATION,
        credentials=Credentials(token=TOKEN),
        http_options=types.HttpOptions(base_url=urljoin(STATS, "/vertex"), api_version=version),
    )


def anthropic():
    return AnthropicVertex(
        project_id=PROJECT,
        region=LOCATION,
        access_token=TOKEN,
        base_url=urljoin(STATS, "/vertex/v1"),
        max_retries=0,
    )


def body(marked: str) -> dict:
    return json.loads(received(marked)["body"])


@pytest.mark.parametrize("model", ["text-embedding-005", "gemini-embedding-001"])
@pytest.mark.parametrize("texts", [1, 2])
@pytest.mark.parametrize("purpose", [None, "RETRIEVAL_QUERY"])
def test_embeddings_are_asked_for_as_googles_client_does(model, texts, purpose):
    ours, theirs = mark(), mark()
    config = types.EmbedContentConfig(output_dimensionality=2, task_type=purpose)
    with google() as direct:
        told = direct.models.embed_content(
            model=model, contents=[f"{theirs} {i}" for i in range(texts)], config=config
        )
    answer = client().embeddings.create(
        model=f"as-vertex/{model}",
        input=[f"{ours} {i}" for i in range(texts)],
        dimensions=2,
        encoding_format="float",
        extra_body={"task_type": purpose} if purpose else None,
    )

    assert json.loads(received(ours)["body"].replace(ours, theirs)) == body(theirs)
    assert received(ours)["path"] == received(theirs)["path"]
    assert [each.values for each in told.embeddings] == [
        [i, len(f"{theirs} {i}")] for i in range(texts)
    ]
    assert [each.embedding for each in answer.data] == [
        [i, len(f"{ours} {i}")] for i in range(texts)
    ]
    assert answer.usage.prompt_tokens == 11


def test_embeddings_hold_no_original():
    for model in ("text-embedding-005", "gemini-embedding-001"):
        marked = mark()
        client().embeddings.create(model=f"as-vertex/{model}", input=f"{marked} {EVERYTHING}")
        assert_nothing_left(marked)


def test_models_are_listed_as_googles_client_reads_them():
    with google("v1beta1") as direct:
        listed = [model.name for model in direct.models.list(config={"query_base": True})]
    assert "publishers/google/models/gemini-echo" in listed
    offered = [model.id for model in client().models.list()]
    assert "as-vertex/gemini-echo" in offered
    assert "as-vertex/claude-echo" in offered


@pytest.mark.parametrize("stream", [False, True])
def test_google_models_are_asked_as_googles_client_does(stream):
    ours, theirs = mark(), mark()
    with google() as direct:
        if stream:
            pieces = direct.models.generate_content_stream(model="echo", contents=theirs)
            told = "".join(piece.text or "" for piece in pieces)
        else:
            told = direct.models.generate_content(model="echo", contents=theirs).text
    assert told == theirs
    asked = {"model": "as-vertex/echo", "messages": user(ours)}
    if stream:
        assert len(list(client().chat.completions.create(**asked, stream=True))) > 1
    else:
        assert client().chat.completions.create(**asked).choices[0].message.content == ours
    assert received(ours)["path"] == received(theirs)["path"]
    sent = json.loads(received(ours)["body"].replace(ours, theirs))
    assert sent.pop("generationConfig") == {}
    assert sent == body(theirs)


@pytest.mark.parametrize("stream", [False, True])
def test_claude_is_asked_as_anthropics_client_does(stream):
    ours, theirs = mark(), mark()
    asked = {"max_tokens": 99, "stream": stream}
    with anthropic() as direct:
        told = direct.messages.create(model="claude-echo", messages=user(theirs), **asked)
        if stream:
            assert list(told)[-1].type == "message_stop"
        else:
            assert told.content[0].text == theirs
    answer = claude().messages.create(model="as-vertex/claude-echo", messages=user(ours), **asked)
    if stream:
        assert list(answer)[-1].type == "message_stop"
    assert received(ours)["path"] == received(theirs)["path"]
    sent, wanted = json.loads(received(ours)["body"].replace(ours, theirs)), body(theirs)
    # As on Anthropic's own API, Avow stays with the version that refuses less.
    assert sent.pop("anthropic_version") == "vertex-2023-10-16"
    assert wanted.pop("anthropic_version") == "2026-10-21"
    assert sent == wanted


def test_tokens_of_claude_are_counted_as_anthropics_client_does():
    ours, theirs = mark(), mark()
    with anthropic() as direct:
        told = direct.messages.count_tokens(model="claude-echo", messages=user(theirs))
    answer = claude().messages.count_tokens(model="as-vertex/claude-echo", messages=user(ours))
    assert answer.input_tokens == told.input_tokens == 7
    assert received(ours)["path"] == received(theirs)["path"]
    sent, wanted = json.loads(received(ours)["body"].replace(ours, theirs)), body(theirs)
    assert sent.pop("anthropic_version") == "vertex-2023-10-16"
    wanted.pop("anthropic_version")
    assert sent == wanted
