"""Anthropic's own client, with nothing changed but base URL and key."""

from urllib.parse import urljoin

import anthropic
import pytest

from setting import BASE_URL, EVERYTHING, KEY, STATS, VALUES, assert_nothing_left, mark, received


def client(key=KEY) -> anthropic.Anthropic:
    return anthropic.Anthropic(base_url=BASE_URL.removesuffix("/v1"), api_key=key, max_retries=0)


def asked(text):
    return {"model": "claude/echo", "max_tokens": 99, "messages": [{"role": "user", "content": text}]}


def test_fake_speaks_to_the_client_directly():
    direct = anthropic.Anthropic(base_url=urljoin(STATS, "/"), api_key="fake-provider-key-0001")
    assert direct.messages.create(**asked("hello")).content[0].text == "hello"
    with direct.messages.stream(**asked("hello there")) as stream:
        assert stream.get_final_text() == "hello there"


def test_messages_text_holds_the_originals():
    marked = mark()
    answer = client().messages.create(**asked(f"{marked} {EVERYTHING}"), system=EVERYTHING)
    assert answer.content[0].text == f"{marked} {EVERYTHING}"
    assert answer.usage.output_tokens == 13
    assert_nothing_left(marked)


def test_messages_streamed_holds_the_originals():
    marked = mark()
    said = f"{marked} {EVERYTHING}"
    with client().messages.stream(**asked(said)) as stream:
        pieces = list(stream.text_stream)
        final = stream.get_final_message()
    assert "".join(pieces) == said
    assert final.stop_reason == "end_turn"
    assert_nothing_left(marked)


def test_messages_blocks_of_any_kind_never_leave():
    marked = mark()
    client().messages.create(
        model="claude/echo",
        max_tokens=99,
        system=[{"type": "text", "text": EVERYTHING}],
        metadata={"user_id": VALUES["email"]},
        tools=[
            {
                "name": "look_up",
                "description": f"such as {VALUES['phone']}",
                "input_schema": {"type": "object", "properties": {}},
            }
        ],
        messages=[
            {
                "role": "assistant",
                "content": [
                    {
                        "type": "tool_use",
                        "id": "tool_1",
                        "name": "look_up",
                        "input": {"who": VALUES["iban"]},
                    }
                ],
            },
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": marked},
                    {"type": "tool_result", "tool_use_id": "tool_1", "content": EVERYTHING},
                    {
                        "type": "document",
                        "source": {"type": "text", "media_type": "text/plain", "data": EVERYTHING},
                    },
                ],
            },
        ],
    )
    assert_nothing_left(marked)


def test_count_tokens_is_masked_too():
    marked = mark()
    counted = client().messages.count_tokens(
        model="claude/echo", messages=[{"role": "user", "content": f"{marked} {EVERYTHING}"}]
    )
    assert counted.input_tokens == 7
    assert_nothing_left(marked)


def test_key_of_the_caller_stays_here():
    marked = mark()
    client().messages.create(**asked(marked))
    assert KEY not in received(marked)["everything"]


def test_models_are_listed_in_anthropics_shape():
    listed = [each.id for each in client().models.list()]
    assert "avow/mirror" in listed


@pytest.mark.parametrize(
    ("model", "error", "kind"),
    [
        ("avow/nobody", anthropic.NotFoundError, "not_found_error"),
        ("fake/blocked", anthropic.PermissionDeniedError, "permission_error"),
    ],
)
def test_errors_come_in_anthropics_shape(model, error, kind):
    with pytest.raises(error) as refused:
        client().messages.create(**{**asked("hello"), "model": model})
    assert refused.value.body["error"]["type"] == kind


def test_wrong_key_is_an_authentication_error():
    with pytest.raises(anthropic.AuthenticationError):
        client("avow_wrong").messages.create(**asked("hello"))


def test_mirror_answers_without_a_provider():
    answer = client().messages.create(**{**asked(EVERYTHING), "model": "avow/mirror"})
    assert answer.content[0].text == EVERYTHING
