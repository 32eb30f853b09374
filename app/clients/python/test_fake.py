"""The fake provider, asked directly: what it answers is what OpenAI's types say, field by field."""

import pydantic
import pytest
from openai import BadRequestError
from openai.types import Model
from openai.types.chat import ChatCompletion, ChatCompletionChunk

from setting import direct, user

TOOL = {
    "type": "function",
    "function": {
        "name": "look_up",
        "parameters": {"type": "object", "properties": {"who": {"type": "string"}}},
    },
}


@pytest.mark.parametrize(
    ("model", "more"),
    [
        ("echo", {}),
        ("echo", {"n": 2}),
        ("refusal", {}),
        ("tools", {"tools": [TOOL, TOOL]}),
        ("json", {"response_format": {"type": "json_object"}}),
    ],
)
def test_fake_asked_directly_keeps_to_the_types(model, more):
    asked = {"model": model, "messages": user("direct-hello"), **more}
    raw = direct().chat.completions.with_raw_response.create(**asked)
    whole = ChatCompletion.model_validate_json(raw.content, strict=True)
    assert whole.choices and not unknown(whole, allowed={"annotations"})
    streamed = direct().chat.completions.create(
        **asked, stream=True, stream_options={"include_usage": True}
    )
    for chunk in streamed:
        checked = ChatCompletionChunk.model_validate(chunk.to_dict(), strict=False)
        assert not unknown(checked, allowed={"obfuscation"})


def unknown(model: pydantic.BaseModel, allowed: set[str]) -> set[str]:
    """Members that the client's types do not know, at any depth."""
    found = set(model.model_extra or {}) - allowed
    for name in type(model).model_fields:
        value = getattr(model, name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, pydantic.BaseModel):
                found |= unknown(each, allowed)
    return found


def test_fake_models_keep_to_the_types():
    for model in direct().models.list():
        Model.model_validate(model.to_dict(), strict=True)


def test_fake_bad_request_is_refused_as_openai_does():
    with pytest.raises(BadRequestError) as refused:
        direct().chat.completions.create(model="echo", messages=[])
    assert refused.value.param == "messages"
