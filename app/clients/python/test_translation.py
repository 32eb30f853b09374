"""Either client with either provider: OpenAI's client on a provider that speaks Anthropic's API, and
Anthropic's client on one that speaks OpenAI's. What arrives there is held against the types that the
other company publishes."""

import json
from urllib.parse import urljoin

import anthropic
import openai
import pytest
from anthropic.types.message_create_params import MessageCreateParamsBase
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.chat.completion_create_params import CompletionCreateParamsBase
from openai.types.responses import Response
from pydantic import BaseModel, ConfigDict, TypeAdapter

from setting import (
    BASE_URL,
    EVERYTHING,
    KEY,
    STATS,
    VALUES,
    assert_holds_all,
    assert_nothing_left,
    client,
    eventually,
    mark,
    received,
    user,
)


class LookUp(BaseModel):
    who: str
    why: str


class Person(BaseModel):
    model_config = ConfigDict(extra="forbid")
    contact: str
    notes: list[str]
    age: int


TOOLS = [openai.pydantic_function_tool(LookUp, name=name) for name in ("look_up", "ask_for")]
CLAUDE_TOOLS = [
    {"name": name, "description": "Looks up.", "input_schema": LookUp.model_json_schema()}
    for name in ("look_up", "ask_for")
]
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def claude(**options) -> anthropic.Anthropic:
    return anthropic.Anthropic(
        base_url=BASE_URL.removesuffix("/v1"), api_key=KEY, max_retries=0, **options
    )


def sent_as(types, marked: str) -> dict:
    """What left, which must be what the provider's own types say, and hold no original."""
    assert_nothing_left(marked)
    body = json.loads(received(marked)["body"])
    body.pop("stream", None)
    known = set(types.__annotations__) | {"temperature", "top_p"}
    assert not set(body) - known
    TypeAdapter(types).validate_python({k: v for k, v in body.items() if k in types.__annotations__})
    return body


def conversation(marked):
    """One with tools called side by side, as OpenAI's API has it."""
    call = {"type": "function"}
    asks = json.dumps({"who": VALUES["phone"], "why": "asked"})
    return [
        {"role": "system", "content": f"Be kind. {EVERYTHING}"},
        *user(f"Who are {VALUES['phone']} and {VALUES['email']}?"),
        {
            "role": "assistant",
            "content": "I look that up.",
            "tool_calls": [
                {**call, "id": "call_1", "function": {"name": "look_up", "arguments": asks}},
                {**call, "id": "call_2", "function": {"name": "ask_for", "arguments": ""}},
            ],
        },
        {"role": "tool", "tool_call_id": "call_1", "content": EVERYTHING},
        {"role": "tool", "tool_call_id": "call_2", "content": f"{marked} {EVERYTHING}"},
        {"role": "developer", "content": "Be brief."},
    ]


# The fakes, asked directly


def test_fake_anthropic_keeps_to_the_types_of_its_client():
    direct = anthropic.Anthropic(
        base_url=urljoin(STATS, "/"), api_key="fake-provider-key-0001", max_retries=0
    )
    for model in ("echo", "tools", "json", "thinking", "refusal"):
        asked = {
            "model": model,
            "max_tokens": 9,
            "tools": CLAUDE_TOOLS,
            "messages": user("direct-hello"),
        }
        if model == "json":
            schema = Person.model_json_schema()
            asked["output_config"] = {"format": {"type": "json_schema", "schema": schema}}
        raw = direct.messages.with_raw_response.create(**asked)
        whole = anthropic.types.Message.model_validate_json(raw.read(), strict=True)
        with direct.messages.stream(**asked) as stream:
            streamed = stream.get_final_message()
        assert streamed.to_dict()["content"] == whole.to_dict()["content"]
        assert streamed.stop_reason == whole.stop_reason
    with pytest.raises(anthropic.BadRequestError):
        direct.messages.create(model="echo", max_tokens=9, messages=[])


# OpenAI's client, Anthropic's provider


def test_chat_by_messages_holds_the_originals():
    marked = mark()
    answer = client().chat.completions.create(
        model="claude/echo",
        messages=[{"role": "developer", "content": EVERYTHING}, *user(f"{marked} {EVERYTHING}")],
        temperature=0.25,
        stop="END",
        user=VALUES["email"],
        seed=7,
        reasoning_effort="low",
    )
    checked = ChatCompletion.model_validate(answer.to_dict(), strict=True)
    assert checked.choices[0].message.content == f"{marked} {EVERYTHING}"
    assert checked.choices[0].finish_reason == "stop"
    assert (checked.usage.prompt_tokens, checked.usage.completion_tokens) == (11, 13)
    body = sent_as(MessageCreateParamsBase, marked)
    assert body["max_tokens"] == 4096
    assert body["stop_sequences"] == ["END"]
    assert body["output_config"] == {"effort": "low"}
    assert body["temperature"] == 0.25
    assert body["metadata"]["user_id"].startswith("[EMAIL")


def test_chat_by_messages_streamed_holds_the_originals():
    marked = mark()
    said = f"{marked} {EVERYTHING}"
    chunks = list(
        client().chat.completions.create(
            model="claude/echo",
            messages=user(said),
            stream=True,
            stream_options={"include_usage": True},
            max_completion_tokens=99,
        )
    )
    for chunk in chunks:
        ChatCompletionChunk.model_validate(chunk.to_dict(), strict=True)
    text = "".join(each.choices[0].delta.content or "" for each in chunks if each.choices)
    assert text == said
    assert [c.choices[0].finish_reason for c in chunks if c.choices][-1] == "stop"
    assert chunks[-1].usage.total_tokens == 24
    assert len(chunks) > 20
    sent_as(MessageCreateParamsBase, marked)


def test_chat_by_messages_several_tools_are_called():
    marked = mark()
    said = f'{marked} "quoted" \\ {EVERYTHING}'
    asked = {"model": "claude/tools", "messages": user(said), "tools": TOOLS}
    whole = client().chat.completions.parse(**asked).choices[0]
    with client().chat.completions.stream(**asked) as stream:
        streamed = stream.get_final_completion().choices[0]
    for choice in (whole, streamed):
        assert choice.finish_reason == "tool_calls"
        assert choice.message.content == "I look that up."
        calls = choice.message.tool_calls
        assert [each.function.name for each in calls] == ["look_up", "ask_for"]
        assert all(each.function.parsed_arguments == LookUp(who=said, why=said) for each in calls)
    sent_as(MessageCreateParamsBase, marked)


def test_chat_by_messages_results_of_tools_go_into_one_turn():
    marked = mark()
    answer = client().chat.completions.create(
        model="claude/tools",
        messages=conversation(marked),
        tools=TOOLS,
        tool_choice="required",
        parallel_tool_calls=False,
    )
    assert_holds_all(answer.choices[0].message.content)
    body = sent_as(MessageCreateParamsBase, marked)
    assert [each["role"] for each in body["messages"]] == ["user", "assistant", "user"]
    assert [each["type"] for each in body["messages"][2]["content"]] == ["tool_result"] * 2
    assert body["tool_choice"] == {"type": "any", "disable_parallel_tool_use": True}
    assert body["messages"][1]["content"][2]["input"] == {}
    assert [each["text"] for each in body["system"]][-1] == "Be brief."


def test_chat_by_messages_structured_output_is_parsed():
    marked = mark()
    answer = client().chat.completions.parse(
        model="claude/json", messages=user(f"{marked} {EVERYTHING}"), response_format=Person
    )
    person = answer.choices[0].message.parsed
    assert person.contact == person.notes[0] == f"{marked} {EVERYTHING}"
    sent_as(MessageCreateParamsBase, marked)


def test_chat_by_messages_images_are_carried():
    marked = mark()
    parts = [
        {"type": "text", "text": marked},
        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}"}},
        {"type": "image_url", "image_url": {"url": "https://example.com/a.png", "detail": "low"}},
    ]
    client().chat.completions.create(model="claude/echo", messages=user(parts))
    sources = [e["source"] for e in sent_as(MessageCreateParamsBase, marked)["messages"][0]["content"][1:]]
    assert sources[0] == {"type": "base64", "media_type": "image/png", "data": PIXEL}
    assert sources[1] == {"type": "url", "url": "https://example.com/a.png"}


def test_chat_by_messages_thoughts_are_left_out():
    answer = client().chat.completions.create(model="claude/thinking", messages=user("hello"))
    assert answer.choices[0].message.content == "hello"
    streamed = client().chat.completions.create(
        model="claude/thinking", messages=user("hello"), stream=True
    )
    assert "".join(each.choices[0].delta.content or "" for each in streamed) == "hello"


@pytest.mark.parametrize(
    ("more", "param"),
    [
        ({"n": 2}, "n"),
        ({"logprobs": True}, "logprobs"),
        ({"presence_penalty": 0.5}, "presence_penalty"),
        ({"response_format": {"type": "json_object"}}, "response_format"),
        ({"extra_body": {"unheard_of": 1}}, "unheard_of"),
        ({"messages": user([{"type": "input_audio", "input_audio": {}}])}, "messages[0].content[0].type"),
    ],
)
def test_chat_by_messages_what_cannot_be_carried_is_refused_by_name(more, param):
    with pytest.raises(openai.BadRequestError) as refused:
        client().chat.completions.create(**{"model": "claude/echo", "messages": user("hello"), **more})
    assert refused.value.param == param


def test_chat_by_messages_errors_are_of_the_callers_shape():
    patient = client(max_retries=0)
    with pytest.raises(openai.RateLimitError) as limited:
        patient.chat.completions.create(model="claude/error-429", messages=user(VALUES["email"]))
    assert limited.value.type == "rate_limit_error"
    assert VALUES["email"] not in limited.value.message
    for model in ("overloaded", "breaks-off", "garbage"):
        with pytest.raises(openai.APIError) as broken:
            for _ in patient.chat.completions.create(
                model=f"claude/{model}", messages=user("hello there"), stream=True
            ):
                pass
        assert broken.value.code in ("provider_broke_off", "provider_invalid_answer")


def test_chat_by_messages_closed_early_the_provider_hears_of_it():
    stream = client().chat.completions.create(
        model="claude/stall", messages=user("hello there"), stream=True
    )
    next(iter(stream))
    stream.close()


# OpenAI's client by its Responses API, on providers without it


@pytest.mark.parametrize("provider", ["claude", "as-mistral", "as-gemini"])
def test_responses_by_others_hold_the_originals(provider):
    marked = mark()
    said = f"{marked} {EVERYTHING}"
    asked_for = {"model": f"{provider}/echo", "input": said, "instructions": EVERYTHING}
    answer = client().responses.create(**asked_for)
    Response.model_validate(answer.to_dict(), strict=True)
    assert (answer.output_text, answer.status) == (said, "completed")
    with client().responses.stream(**asked_for) as stream:
        events = list(stream)
        final = stream.get_final_response()
    assert final.output_text == said
    assert [each.sequence_number for each in events if each.type != "response.output_text.delta"]
    assert_nothing_left(marked)


@pytest.mark.parametrize("provider", ["claude", "as-mistral"])
def test_responses_by_others_several_tools_are_called(provider):
    marked = mark()
    said = f'{marked} "quoted" \\ {EVERYTHING}'
    tools = [
        {"type": "function", "name": n, "parameters": LookUp.model_json_schema(), "strict": None}
        for n in ("look_up", "ask_for")
    ]
    items = user(said)
    whole = client().responses.create(model=f"{provider}/tools", input=items, tools=tools)
    with client().responses.stream(model=f"{provider}/tools", input=items, tools=tools) as stream:
        for _ in stream:
            pass
        streamed = stream.get_final_response()
    for response in (whole, streamed):
        calls = [each for each in response.output if each.type == "function_call"]
        assert [each.name for each in calls] == ["look_up", "ask_for"]
        assert all(json.loads(each.arguments) == {"who": said, "why": said} for each in calls)
    results = [
        {"type": "function_call_output", "call_id": each.call_id, "output": f"{marked} {EVERYTHING}"}
        for each in calls
    ]
    more = [each.model_dump(exclude_none=True) for each in streamed.output]
    answer = client().responses.create(
        model=f"{provider}/tools", input=[*items, *more, *results], tools=tools
    )
    assert_holds_all(answer.output_text)
    assert_nothing_left(marked)


def test_responses_by_others_structured_output_is_parsed():
    said = f"{mark()} {EVERYTHING}"
    for provider in ("claude", "as-mistral"):
        answer = client().responses.parse(
            model=f"{provider}/json", input=said, text_format=Person
        )
        assert answer.output_parsed.contact == said


def test_responses_by_others_what_cannot_be_carried_is_refused():
    with pytest.raises(openai.BadRequestError) as refused:
        client().responses.create(
            model="claude/echo", input="hello", tools=[{"type": "web_search"}]
        )
    assert refused.value.param == "tools[0].type"


# Anthropic's client, OpenAI's provider


def asked(text, model="fake/echo", **more):
    return {"model": model, "max_tokens": 99, "messages": user(text), **more}


def test_messages_by_chat_holds_the_originals():
    marked = mark()
    answer = claude().messages.create(
        **asked(f"{marked} {EVERYTHING}"),
        system=[{"type": "text", "text": EVERYTHING, "cache_control": {"type": "ephemeral"}}],
        stop_sequences=["END"],
        metadata={"user_id": VALUES["email"]},
        thinking={"type": "adaptive"},
    )
    anthropic.types.Message.model_validate(answer.to_dict(), strict=True)
    assert answer.content[0].text == f"{marked} {EVERYTHING}"
    assert answer.stop_reason == "end_turn"
    assert answer.usage.input_tokens > 0 and answer.usage.output_tokens > 0
    body = sent_as(CompletionCreateParamsBase, marked)
    assert body["max_completion_tokens"] == 99
    assert body["messages"][0]["role"] == "system"
    assert body["user"].startswith("[EMAIL")


def test_messages_by_chat_streamed_holds_the_originals():
    marked = mark()
    said = f"{marked} {EVERYTHING}"
    with claude().messages.stream(**asked(said, "fake/cut-1")) as stream:
        pieces = list(stream.text_stream)
        final = stream.get_final_message()
    assert "".join(pieces) == said
    assert len(pieces) > 20
    assert final.stop_reason == "end_turn"
    assert final.usage.input_tokens > 0 and final.usage.output_tokens > 0
    sent_as(CompletionCreateParamsBase, marked)


def test_messages_by_chat_several_tools_are_called():
    marked = mark()
    said = f'{marked} "quoted" \\ {EVERYTHING}'
    more = {"tools": CLAUDE_TOOLS, "tool_choice": {"type": "any", "disable_parallel_tool_use": True}}
    whole = claude().messages.create(**asked(said, "fake/tools", **more))
    with claude().messages.stream(**asked(said, "fake/tools", **more)) as stream:
        streamed = stream.get_final_message()
    for message in (whole, streamed):
        assert message.stop_reason == "tool_use"
        assert [each.name for each in message.content] == ["look_up", "ask_for"]
        assert all(each.input == {"who": said, "why": said} for each in message.content)
    body = sent_as(CompletionCreateParamsBase, marked)
    assert (body["tool_choice"], body["parallel_tool_calls"]) == ("required", False)


def test_messages_by_chat_turns_become_messages():
    marked = mark()
    image = {"type": "base64", "media_type": "image/png", "data": PIXEL}
    use = {"type": "tool_use", "name": "look_up"}
    messages = [
        *user(f"Who is {VALUES['phone']}?"),
        {
            "role": "assistant",
            "content": [
                {"type": "thinking", "thinking": VALUES["email"], "signature": "c2lnbmVk"},
                {"type": "text", "text": "I look that up."},
                {**use, "id": "toolu_1", "input": {"who": VALUES["iban"]}},
                {**use, "id": "toolu_2", "input": {}},
            ],
        },
        {
            "role": "user",
            "content": [
                {"type": "tool_result", "tool_use_id": "toolu_1", "content": EVERYTHING},
                {
                    "type": "tool_result",
                    "tool_use_id": "toolu_2",
                    "content": [{"type": "text", "text": "See:"}, {"type": "image", "source": image}],
                },
                {"type": "text", "text": f"{marked} {EVERYTHING}"},
            ],
        },
    ]
    claude().messages.create(**asked("", "fake/echo", tools=CLAUDE_TOOLS) | {"messages": messages})
    body = sent_as(CompletionCreateParamsBase, marked)
    roles = [each["role"] for each in body["messages"]]
    assert roles == ["user", "assistant", "tool", "tool", "user"]
    assert body["messages"][1]["content"] == "I look that up."
    assert [each["id"] for each in body["messages"][1]["tool_calls"]] == ["toolu_1", "toolu_2"]
    assert [each["type"] for each in body["messages"][4]["content"]] == ["image_url", "text"]


def test_messages_by_chat_structured_output_is_carried():
    marked = mark()
    schema = Person.model_json_schema()
    answer = claude().messages.create(
        **asked(f"{marked} {EVERYTHING}", "fake/json"),
        output_config={"format": {"type": "json_schema", "schema": schema}},
    )
    assert Person.model_validate_json(answer.content[0].text).contact == f"{marked} {EVERYTHING}"
    sent_as(CompletionCreateParamsBase, marked)


def test_messages_by_chat_refusal_is_told():
    answer = claude().messages.create(**asked(EVERYTHING, "fake/refusal"))
    assert answer.stop_reason == "refusal"
    assert_holds_all(answer.content[0].text)


def test_messages_by_chat_tokens_are_estimated_here():
    counted = claude().messages.count_tokens(model="fake/echo", messages=user("x" * 400))
    assert 100 <= counted.input_tokens <= 110


@pytest.mark.parametrize(
    "more",
    [
        {"extra_body": {"top_k": 5}},
        {"extra_body": {"unheard_of": 1}},
        {"tools": [{"type": "web_search_20250305", "name": "web_search"}]},
        {"messages": user([{"type": "image", "source": {"type": "file", "file_id": "file_1"}}])},
    ],
)
def test_messages_by_chat_what_cannot_be_carried_is_refused(more):
    with pytest.raises(anthropic.BadRequestError) as refused:
        claude().messages.create(**asked("hello") | more)
    assert refused.value.body["error"]["code"] == "invalid_value"


def test_messages_by_chat_errors_are_of_the_callers_shape():
    with pytest.raises(anthropic.RateLimitError) as limited:
        claude().messages.create(**asked("hello", "fake/rate-limited"))
    assert limited.value.body["error"]["type"] == "rate_limit_error"
    with pytest.raises(anthropic.BadRequestError) as quoted:
        claude().messages.create(**asked(VALUES["email"], "fake/quotes-400"))
    assert quoted.value.body["error"]["type"] == "invalid_request_error"
    assert VALUES["email"] not in str(quoted.value.body)
    for model in ("breaks-off", "garbage", "no-done"):
        with pytest.raises(anthropic.APIError):
            with claude().messages.stream(**asked("hello there", f"fake/{model}")) as stream:
                stream.get_final_message()


def test_messages_by_chat_closed_early_the_provider_hears_of_it():
    marked = mark()
    with claude().messages.stream(**asked(f"{marked} and more", "fake/stall")) as stream:
        next(iter(stream))
    eventually(lambda: received(marked)["outcome"] == "left", "the provider heard of it")
