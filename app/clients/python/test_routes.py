"""OpenAI's routes beside chat completions: what holds there holds here."""

import openai
import pytest

from setting import EVERYTHING, VALUES, assert_holds_all, assert_nothing_left, client, mark
from setting import received


def test_responses_text_holds_the_originals():
    marked = mark()
    answer = client().responses.create(
        model="fake/echo", input=f"{marked} {EVERYTHING}", instructions=EVERYTHING
    )
    assert answer.output_text == f"{marked} {EVERYTHING}"
    assert answer.usage.output_tokens == 13
    assert_nothing_left(marked)


def test_responses_items_of_any_role_never_leave():
    marked = mark()
    client().responses.create(
        model="fake/echo",
        input=[
            {"role": "developer", "content": EVERYTHING},
            {
                "type": "function_call",
                "call_id": "call_1",
                "name": "look_up",
                "arguments": f'{{"who": "{VALUES["phone"]}"}}',
            },
            {"type": "function_call_output", "call_id": "call_1", "output": EVERYTHING},
            {"role": "user", "content": [{"type": "input_text", "text": f"{marked} {EVERYTHING}"}]},
        ],
        metadata={"who": VALUES["email"]},
    )
    assert_nothing_left(marked)


def test_responses_streamed_holds_the_originals():
    marked = mark()
    said = f"{marked} {EVERYTHING}"
    deltas = []
    with client().responses.stream(model="fake/echo", input=said) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                deltas.append(event.delta)
        final = stream.get_final_response()
    assert "".join(deltas) == said
    assert final.output_text == said
    assert_nothing_left(marked)


def test_responses_that_point_to_kept_text_are_refused():
    with pytest.raises(openai.BadRequestError) as refused:
        client().responses.create(
            model="fake/echo", input="go on", previous_response_id="resp_1"
        )
    assert refused.value.param == "previous_response_id"


def test_embeddings_of_masked_text_come_back():
    marked = mark()
    answer = client().embeddings.create(model="fake/embed", input=[f"{marked} {EVERYTHING}", "b"])
    assert [len(each.embedding) for each in answer.data] == [2, 2]
    assert answer.data[0].embedding[0] == 2.0
    assert_nothing_left(marked)
    assert "[EMAIL_1]" in received(marked)["body"]


def test_embeddings_of_token_numbers_are_refused():
    with pytest.raises(openai.BadRequestError) as refused:
        client().embeddings.create(model="fake/embed", input=[1, 2, 3])
    assert refused.value.param == "input[0]"


def test_route_that_a_provider_lacks_is_said():
    with pytest.raises(openai.BadRequestError) as refused:
        client().embeddings.create(model="claude/embed", input="hello")
    assert "/v1/embeddings" in str(refused.value)
