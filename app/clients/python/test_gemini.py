"""Clients of OpenAI and Anthropic on a provider that speaks Google's Gemini API. What arrives there,
and what the fake one says, is held against the types of Google's own client, which know no member that
the API does not have; that client reads the fake one directly."""

import json
import re
from urllib.parse import urljoin

import pytest
from google import genai
from google.genai import errors, types

from setting import (
    EVERYTHING,
    STATS,
    assert_holds_all,
    assert_nothing_left,
    client,
    mark,
    received,
    user,
)
from test_translation import CLAUDE_TOOLS, PIXEL, TOOLS, Person, claude

MEMBERS = {
    "contents": lambda value: [types.Content.model_validate(each) for each in value],
    "systemInstruction": types.Content.model_validate,
    "tools": lambda value: [types.Tool.model_validate(each) for each in value],
    "toolConfig": types.ToolConfig.model_validate,
    "safetySettings": lambda value: [types.SafetySetting.model_validate(each) for each in value],
    "generationConfig": types.GenerationConfig.model_validate,
}


def sent(marked: str) -> dict:
    """What left, which must be what Google's types say, and hold no original."""
    assert_nothing_left(marked)
    asked = received(marked)
    assert re.fullmatch(r"/gemini/v1beta/models/[^/:]+:(g|streamG)enerateContent", asked["path"])
    body = json.loads(asked["body"])
    for name, value in body.items():
        MEMBERS[name](value)
    return body


def direct():
    """Google's own client on the fake provider, with no Avow between."""
    return genai.Client(
        api_key="fake-provider-key-0001",
        http_options=types.HttpOptions(base_url=urljoin(STATS, "/gemini"), api_version="v1beta"),
    )


SCHEMA = {"type": "object", "properties": {"who": {"type": "string"}}}
CONFIG = types.GenerateContentConfig(
    tools=[
        types.Tool(
            function_declarations=[
                types.FunctionDeclaration(name=name, description="", parameters_json_schema=SCHEMA)
                for name in ("look_up", "ask_for")
            ]
        )
    ],
    automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
)


@pytest.mark.parametrize("model", ["echo", "tools", "thinking", "refusal", "prompt-blocked"])
def test_fake_asked_directly_keeps_to_the_types(model):
    asked = {"model": model, "contents": "direct é 漢字 🙂", "config": CONFIG}
    with direct() as google:
        whole = google.models.generate_content(**asked)
        pieces = list(google.models.generate_content_stream(**asked))
    if model == "prompt-blocked":
        assert whole.prompt_feedback.block_reason == types.BlockedReason.PROHIBITED_CONTENT
        return
    types.GenerateContentResponse.model_validate(whole.model_dump())

    def texts(answer):
        return "".join(p.text or "" for p in answer.candidates[0].content.parts if not p.thought)

    assert "".join(map(texts, pieces)) == texts(whole)
    assert pieces[-1].candidates[0].finish_reason == whole.candidates[0].finish_reason
    assert len(whole.function_calls or []) == (2 if model == "tools" else 0)


def test_fake_asked_directly_refuses_and_embeds_as_google_does():
    with direct() as google:
        with pytest.raises(errors.ClientError) as refused:
            google.models.generate_content(model="error-400", contents="hi there")
        assert refused.value.status == "INVALID_ARGUMENT"
        models = [model.name for model in google.models.list()]
    assert "models/echo" in models


@pytest.mark.parametrize("stream", [False, True])
def test_chat_with_tools_and_images_is_what_google_takes(stream):
    marked = mark()
    image = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}"}}
    asked = {
        "model": "as-gemini/tools",
        "messages": [
            {"role": "system", "content": f"Be brief. {EVERYTHING}"},
            *user([{"type": "text", "text": f"{marked} {EVERYTHING}"}, image]),
        ],
        "tools": TOOLS,
        "temperature": 0.5,
        "stop": ["\n\n"],
        "reasoning_effort": "low",
    }
    if stream:
        with client().chat.completions.stream(**asked) as streamed:
            answer = streamed.get_final_completion()
    else:
        answer = client().chat.completions.create(**asked)
    calls = answer.choices[0].message.tool_calls
    assert [call.function.name for call in calls] == ["look_up", "ask_for"]
    assert answer.choices[0].finish_reason == "tool_calls"
    for call in calls:
        assert_holds_all(call.function.arguments)
    body = sent(marked)
    assert body["contents"][0]["parts"][1]["inlineData"]["data"] == PIXEL

    results = [
        {"role": "tool", "tool_call_id": call.id, "content": f"{marked} {EVERYTHING}"}
        for call in calls
    ]
    said = asked["messages"] + [answer.choices[0].message.to_dict()] + results
    final = client().chat.completions.create(**(asked | {"messages": said}))
    assert_holds_all(final.choices[0].message.content)
    turns = sent(marked)["contents"]
    assert [turn["role"] for turn in turns] == ["user", "model", "user"]
    signatures = [part.get("thoughtSignature") for part in turns[1]["parts"] if "functionCall" in part]
    # A client that puts chunks together may lose what it does not know; the API is told so then.
    assert signatures in (["c2lnbmVk", None], ["skip_thought_signature_validator", None])


def test_messages_with_tools_are_what_google_takes():
    marked = mark()
    asked = {
        "model": "as-gemini/tools",
        "max_tokens": 99,
        "system": "Be brief.",
        "messages": user(f"{marked} {EVERYTHING}"),
        "tools": CLAUDE_TOOLS,
    }
    whole = claude().messages.create(**asked)
    uses = [block for block in whole.content if block.type == "tool_use"]
    assert [use.name for use in uses] == ["look_up", "ask_for"]
    sent(marked)
    results = [{"type": "tool_result", "tool_use_id": use.id, "content": EVERYTHING} for use in uses]
    said = asked["messages"] + [{"role": "assistant", "content": whole.content}, *user(results)]
    with claude().messages.stream(**(asked | {"messages": said})) as stream:
        streamed = stream.get_final_message()
    assert_holds_all(streamed.content[0].text)
    assert (streamed.usage.input_tokens, streamed.usage.output_tokens) == (11, 13)
    sent(marked)


def test_responses_and_structured_output_are_what_google_takes():
    marked = mark()
    answer = client().responses.parse(
        model="as-gemini/json", input=f"{marked} {EVERYTHING}", text_format=Person
    )
    assert_holds_all(answer.output_parsed.contact)
    assert sent(marked)["generationConfig"]["responseMimeType"] == "application/json"


@pytest.mark.parametrize("model", ["refusal", "prompt-blocked"])
def test_answers_that_google_stops_are_filtered(model):
    marked = mark()
    asked = {"model": f"as-gemini/{model}", "messages": user(f"{marked} hi there")}
    answer = client().chat.completions.create(**asked)
    assert answer.choices[0].finish_reason == "content_filter"
    last = [chunk for chunk in client().chat.completions.create(**asked, stream=True)][-1]
    assert last.choices[0].finish_reason == "content_filter"


@pytest.mark.parametrize("model", ["overloaded", "ends-early"])
def test_stream_that_breaks_off_ends_with_an_error(model):
    with pytest.raises(Exception) as broken:
        for _ in client(max_retries=0).chat.completions.create(
            model=f"as-gemini/{model}", messages=user("hello there, friend"), stream=True
        ):
            pass
    assert "provider" in str(broken.value)
    assert "The model is" not in str(broken.value)


def test_models_are_listed_by_their_names():
    assert "as-gemini/echo" in [model.id for model in client().models.list()]
