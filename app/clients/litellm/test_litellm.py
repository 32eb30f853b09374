"""LiteLLM as a client of Avow, by OpenAI's API and by Anthropic's, each on a provider that speaks the
one and on one that speaks the other. It is large (350 MB), so its suite runs when asked for:
app/test/clients litellm."""

import json
import os

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # it fetches prices from the network otherwise

import litellm
import pytest
from pydantic import BaseModel

from setting import (
    BASE_URL,
    EVERYTHING,
    KEY,
    assert_holds_all,
    assert_nothing_left,
    eventually,
    mark,
    received,
)

litellm.suppress_debug_info = True
litellm.telemetry = False

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
TOOLS = [
    {
        "type": "function",
        "function": {
            "name": name,
            "parameters": {
                "type": "object",
                "properties": {"who": {"type": "string"}},
                "required": ["who"],
            },
        },
    }
    for name in ("look_up", "ask_for")
]

each_on_each = pytest.mark.parametrize("provider", ["fake", "claude"])
both_apis = pytest.mark.parametrize("api", ["openai", "anthropic"])


class Person(BaseModel):
    contact: str
    age: int


def ask(api, model, content, **more):
    base = BASE_URL if api == "openai" else BASE_URL.removesuffix("/v1")
    messages = more.pop("messages", [{"role": "user", "content": content}])
    return litellm.completion(
        model=f"{api}/{model}",
        api_base=base,
        api_key=more.pop("api_key", KEY),
        messages=messages,
        max_tokens=99,
        num_retries=0,
        max_retries=0,
        **more,
    )


@both_apis
@each_on_each
def test_whole_and_streamed_hold_the_originals(api, provider):
    marked = mark()
    whole = ask(api, f"{provider}/echo", f"{marked} {EVERYTHING}")
    assert_holds_all(whole.choices[0].message.content)
    assert whole.usage.completion_tokens > 0
    chunks = list(ask(api, f"{provider}/echo", f"{marked} {EVERYTHING}", stream=True))
    streamed = litellm.stream_chunk_builder(chunks)
    assert_holds_all(streamed.choices[0].message.content)
    assert streamed.choices[0].finish_reason == "stop"
    assert_nothing_left(marked)


@both_apis
@each_on_each
def test_several_tools_and_their_results_hold_the_originals(api, provider):
    marked = mark()
    said = f"{marked} {EVERYTHING}"
    whole = ask(api, f"{provider}/tools", said, tools=TOOLS)
    chunks = list(ask(api, f"{provider}/tools", said, tools=TOOLS, stream=True))
    for answer in (whole, litellm.stream_chunk_builder(chunks)):
        calls = answer.choices[0].message.tool_calls
        assert [call.function.name for call in calls] == ["look_up", "ask_for"]
        for call in calls:
            assert_holds_all(json.loads(call.function.arguments)["who"])
    message = whole.choices[0].message
    conversation = [{"role": "user", "content": said}, message.model_dump(exclude_none=True)]
    conversation += [
        {"role": "tool", "tool_call_id": call.id, "content": f"found {EVERYTHING}"}
        for call in message.tool_calls
    ]
    second = ask(api, f"{provider}/tools", None, messages=conversation, tools=TOOLS)
    assert_holds_all(second.choices[0].message.content)
    assert_nothing_left(marked)


@each_on_each
def test_structured_output_holds_the_originals(provider):
    marked = mark()
    answer = ask(
        "openai", f"{provider}/json", f"{marked} {EVERYTHING}", response_format=Person
    )
    assert_holds_all(Person.model_validate_json(answer.choices[0].message.content).contact)
    assert_nothing_left(marked)


@both_apis
@each_on_each
def test_image_beside_text_arrives_as_it_was(api, provider):
    marked = mark()
    content = [
        {"type": "text", "text": f"{marked} {EVERYTHING}"},
        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}"}},
    ]
    assert_holds_all(ask(api, f"{provider}/echo", content).choices[0].message.content)
    assert PIXEL in received(marked)["body"]
    assert_nothing_left(marked)


@both_apis
@each_on_each
def test_errors_are_the_clients_own(api, provider):
    # By OpenAI's API it takes each error of the type invalid_request_error for a bad request, whatever
    # its status, unless it holds OpenAI's own sentence on wrong keys; OpenAI says that type with 401
    # and 403 too.
    bad = litellm.BadRequestError if api == "openai" else None
    with pytest.raises(bad or litellm.AuthenticationError):
        ask(api, f"{provider}/echo", "hello", api_key="avow_nobody")
    with pytest.raises(litellm.NotFoundError):
        ask(api, "avow/none", "hello")
    with pytest.raises(litellm.BadRequestError):
        ask(api, f"{provider}/error-400", "hello")
    with pytest.raises(litellm.RateLimitError):
        ask(api, f"{provider}/error-429", "hello")
    with pytest.raises(bad or litellm.exceptions.PermissionDeniedError) as blocked:
        ask(api, "blocked", "hello")
    assert "policy" in str(blocked.value)
    with pytest.raises(Exception):
        list(ask(api, f"{provider}/breaks-off", f"{mark()} {EVERYTHING}", stream=True))


@both_apis
@each_on_each
def test_cancelled_the_provider_hears_of_it(api, provider):
    marked = mark()
    stream = ask(api, f"{provider}/stall", f"{marked} {EVERYTHING}", stream=True)
    next(iter(stream))
    stream.completion_stream.response.close() if api == "openai" else None
    del stream
    eventually(lambda: received(marked)["outcome"] == "left", "the provider never heard of it")
