import asyncio

import pytest

from setting import (
    EVERYTHING,
    VALUES,
    assert_holds_all,
    assert_nothing_left,
    async_client,
    client,
    eventually,
    mark,
    received,
    user,
)


def test_chat_all_values_never_leave_and_come_back():
    marked = mark()
    answer = client().chat.completions.create(model="echo", messages=user(f"{marked} {EVERYTHING}"))
    assert answer.choices[0].message.content == f"{marked} {EVERYTHING}"
    assert answer.usage.total_tokens > 0
    assert_nothing_left(marked)


@pytest.mark.parametrize("role", ["system", "developer", "user", "assistant"])
def test_chat_any_role_never_leaves(role):
    marked = mark()
    messages = [{"role": role, "content": f"{marked} {EVERYTHING}"}, *user("and now?")]
    answer = client().chat.completions.create(model="transcript", messages=messages)
    assert_holds_all(answer.choices[0].message.content)
    assert_nothing_left(marked)


def test_chat_parts_each_is_masked():
    marked = mark()
    parts = [{"type": "text", "text": text} for text in [marked, *VALUES.values()]]
    answer = client().chat.completions.create(model="echo", messages=user(parts))
    assert answer.choices[0].message.content == "\n".join([marked, *VALUES.values()])
    assert_nothing_left(marked)


def test_chat_several_choices_each_is_restored():
    answer = client().chat.completions.create(model="echo", messages=user(VALUES["iban"]), n=3)
    assert [each.message.content for each in answer.choices] == [VALUES["iban"]] * 3


def test_raw_response_has_avows_headers():
    raw = client().chat.completions.with_raw_response.create(
        model="echo", messages=user(VALUES["email"])
    )
    assert raw.headers["avow-action"] == "mask"
    assert len(raw.headers["avow-interaction"]) == 36
    assert float(raw.headers["avow-overhead-ms"]) >= 0
    assert raw.parse().choices[0].message.content == VALUES["email"]


def test_receipt_asked_stands_beside_the_answer():
    answer = client().chat.completions.create(
        model="echo", messages=user(VALUES["email"]), extra_headers={"Avow-Receipt": "full"}
    )
    assert answer.choices[0].message.content == VALUES["email"]
    assert answer.avow["findings"] == [{"type": "email", "count": 1}]
    assert "[EMAIL_1]" in answer.avow["text"]


def test_models_listed_and_retrieved():
    ids = [each.id for each in client().models.list()]
    assert "avow/mirror" in ids
    assert any(each.endswith("/echo") for each in ids)
    assert client().models.retrieve("avow/mirror").id == "avow/mirror"


@pytest.mark.parametrize("model", ["echo", "cut-1", "cut-4", "drip-2"])
def test_stream_all_values_come_back(model):
    marked = mark()
    stream = client().chat.completions.create(
        model=model,
        messages=user(f"{marked} {EVERYTHING}"),
        stream=True,
        stream_options={"include_usage": True},
    )
    text, usage = "", None
    for chunk in stream:
        text += "".join(each.delta.content or "" for each in chunk.choices)
        usage = chunk.usage or usage
    assert text == f"{marked} {EVERYTHING}"
    assert usage.total_tokens > 0
    assert_nothing_left(marked)


def test_stream_helper_with_receipt_brings_the_whole_text():
    with client().chat.completions.stream(
        model="cut-1", messages=user(EVERYTHING), extra_headers={"Avow-Receipt": "full"}
    ) as stream:
        final = stream.get_final_completion()
    assert final.choices[0].message.content == EVERYTHING


def test_stream_closed_early_the_provider_hears_of_it():
    marked = mark()
    stream = client().chat.completions.create(
        model="stall", messages=user(marked + " some words" * 20), stream=True
    )
    next(iter(stream))
    stream.close()
    eventually(lambda: received(marked)["outcome"] == "left", "it still waits")


def test_async_client_many_at_once_none_is_mixed_up():
    async def one(openai, number: int) -> None:
        said = f"I am number{number}@example.com"
        answer = await openai.chat.completions.create(
            model="cut-2", messages=user(said), stream=True
        )
        text = ""
        async for chunk in answer:
            text += "".join(each.delta.content or "" for each in chunk.choices)
        assert text == said

    async def all_of_them() -> None:
        async with async_client() as openai:
            await asyncio.gather(*(one(openai, number) for number in range(20)))

    asyncio.run(all_of_them())
