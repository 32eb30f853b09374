"""Clients of OpenAI and Anthropic on a provider that speaks Amazon Bedrock's Converse API. What
arrives there, and what the fake one says, is held against the model of the service that AWS
publishes (it comes with botocore); AWS's own client reads the fake one directly."""

import base64
import json
import re
from urllib.parse import urljoin

import botocore.auth
import botocore.awsrequest
import botocore.config
import botocore.credentials
import botocore.session
import pytest
from botocore.model import Shape

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

SESSION = botocore.session.get_session()
SERVICE = SESSION.get_service_model("bedrock-runtime")


def misfits(shape: Shape, value, at: str = "") -> list[str]:
    """What is wrong with a value of the JSON on the wire, as a place and a reason each."""
    kind = shape.type_name
    if getattr(shape, "is_document_type", False):
        return []
    if kind == "structure":
        if not isinstance(value, dict):
            return [f"{at}: no object"]
        wrong = [f"{at}.{name}: missing" for name in shape.required_members if name not in value]
        if getattr(shape, "is_tagged_union", False) and len(value) != 1:
            wrong.append(f"{at}: {len(value)} members of a union")
        for name, member in value.items():
            if name not in shape.members:
                wrong.append(f"{at}.{name}: unknown")
            else:
                wrong += misfits(shape.members[name], member, f"{at}.{name}")
        return wrong
    if kind == "list":
        if not isinstance(value, list):
            return [f"{at}: no list"]
        return [w for i, each in enumerate(value) for w in misfits(shape.member, each, f"{at}[{i}]")]
    if kind == "map":
        return [w for k, each in value.items() for w in misfits(shape.value, each, f"{at}.{k}")]
    types = {
        "string": str,
        "blob": str,
        "boolean": bool,
        "integer": int,
        "long": int,
        "float": (int, float),
        "double": (int, float),
    }
    if not isinstance(value, types[kind]):
        return [f"{at}: no {kind}"]
    if kind == "blob":
        base64.b64decode(value, validate=True)
    if getattr(shape, "enum", None) and value not in shape.enum:
        return [f"{at}: not one of {shape.enum}"]
    pattern = shape.metadata.get("pattern")
    if pattern and not re.fullmatch(pattern, value):
        return [f"{at}: not of the pattern {pattern}"]
    size = value if isinstance(value, (int, float)) else len(value)
    if not shape.metadata.get("min", size) <= size <= shape.metadata.get("max", size):
        return [f"{at}: too small or too large"]
    return []


def sent(marked: str) -> dict:
    """What left, which must be what AWS's model says, and hold no original."""
    assert_nothing_left(marked)
    asked = received(marked)
    path = re.fullmatch(r"/bedrock/model/([^/]+)/(converse|converse-stream)", asked["path"])
    operation = {"converse": "Converse", "converse-stream": "ConverseStream"}[path[2]]
    body = json.loads(asked["body"])
    shape = SERVICE.operation_model(operation).input_shape
    assert misfits(shape, body | {"modelId": path[1]}) == []
    return body


def direct():
    """AWS's own client on the fake provider, with no Avow between."""
    return SESSION.create_client(
        "bedrock-runtime",
        region_name="eu-west-1",
        endpoint_url=urljoin(STATS, "/bedrock"),
        aws_access_key_id="fake-provider-key-0001",
        aws_secret_access_key="fake-secret",
        config=botocore.config.Config(retries={"total_max_attempts": 1}),
    )


ASKED = {
    "messages": [{"role": "user", "content": [{"text": "direct é 漢字 🙂"}]}],
    "toolConfig": {
        "tools": [
            {
                "toolSpec": {
                    "name": name,
                    "inputSchema": {
                        "json": {"type": "object", "properties": {"who": {"type": "string"}}}
                    },
                }
            }
            for name in ("look_up", "ask_for")
        ]
    },
}


@pytest.mark.parametrize("model", ["echo", "tools", "thinking", "refusal"])
def test_fake_asked_directly_keeps_to_the_model(model):
    bedrock = direct()
    kept = []
    bedrock.meta.events.register("response-received.*.*", lambda response_dict, **_: kept.append(response_dict))
    whole = bedrock.converse(modelId=model, **ASKED)
    shape = SERVICE.operation_model("Converse").output_shape
    assert misfits(shape, json.loads(kept[0]["body"])) == []
    events = list(bedrock.converse_stream(modelId=model, **ASKED)["stream"])
    stream = SERVICE.operation_model("ConverseStream").output_shape.members["stream"]
    for event in events:
        assert misfits(stream, event) == []
    text = "".join(e["contentBlockDelta"]["delta"].get("text", "") for e in events if "contentBlockDelta" in e)
    said = [b["text"] for b in whole["output"]["message"]["content"] if "text" in b]
    assert text == "".join(said)
    assert events[-2]["messageStop"]["stopReason"] == whole["stopReason"]


def test_fake_asked_directly_breaks_off_as_bedrock_does():
    bedrock = direct()
    with pytest.raises(Exception) as throttled:
        list(bedrock.converse_stream(modelId="throttled", **ASKED)["stream"])
    assert "throttlingException" in str(throttled.value)
    with pytest.raises(bedrock.exceptions.ValidationException):
        bedrock.converse(modelId="error-400", **ASKED)


def parts(text: str) -> list[dict]:
    return [
        {"type": "text", "text": text},
        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}"}},
    ]


@pytest.mark.parametrize("stream", [False, True])
def test_chat_with_tools_and_images_is_what_bedrock_takes(stream):
    marked = mark()
    asked = {
        "model": "as-bedrock/tools",
        "messages": [
            {"role": "system", "content": f"Be brief. {EVERYTHING}"},
            *user(parts(f"{marked} {EVERYTHING}")),
        ],
        "tools": TOOLS,
        "temperature": 0.5,
        "stop": ["\n\n"],
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
    assert len(body["toolConfig"]["tools"]) == 2
    assert body["messages"][0]["content"][1]["image"]["format"] == "png"

    results = [
        {"role": "tool", "tool_call_id": call.id, "content": f"{marked} {EVERYTHING}"}
        for call in calls
    ]
    said = asked["messages"] + [answer.choices[0].message.to_dict()] + results
    final = client().chat.completions.create(**(asked | {"messages": said}))
    assert_holds_all(final.choices[0].message.content)
    assert len(sent(marked)["messages"]) == 3


def test_messages_with_everything_are_what_bedrock_takes():
    marked = mark()
    image = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}
    note = {"type": "text", "media_type": "text/plain", "data": f"A note. {EVERYTHING}"}
    asked = {
        "model": "as-bedrock/thinking",
        "max_tokens": 99,
        "system": [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}],
        "messages": [
            {"role": "user", "content": [image, {"type": "document", "source": note}]},
            {"role": "user", "content": f"{marked} {EVERYTHING}"},
        ],
        "tools": CLAUDE_TOOLS,
        "extra_body": {"top_k": 5},
    }
    whole = claude().messages.create(**asked)
    assert [block.type for block in whole.content] == ["thinking", "text"]
    assert_holds_all(whole.content[1].text)
    body = sent(marked)
    assert body["additionalModelRequestFields"] == {"top_k": 5}
    with claude().messages.stream(**asked) as stream:
        streamed = stream.get_final_message()
    assert_holds_all(streamed.content[1].text)
    assert (streamed.usage.input_tokens, streamed.usage.output_tokens) == (11, 13)
    sent(marked)


def test_responses_and_structured_output_are_what_bedrock_takes():
    marked = mark()
    answer = client().responses.parse(
        model="as-bedrock/json", input=f"{marked} {EVERYTHING}", text_format=Person
    )
    assert_holds_all(answer.output_parsed.contact)
    assert sent(marked)["outputConfig"]["textFormat"]["type"] == "json_schema"


def test_stream_that_is_throttled_ends_with_an_error():
    marked = mark()
    with pytest.raises(Exception) as broken:
        for _ in client(max_retries=0).chat.completions.create(
            model="as-bedrock/throttled", messages=user(f"{marked} hi there"), stream=True
        ):
            pass
    assert "throttlingException" in str(broken.value)
    assert "Too many" not in str(broken.value)


def test_access_key_signs_as_botocore_does():
    marked = mark()
    answer = client().chat.completions.create(
        model="signed/echo:0", messages=user(f"{marked} {EVERYTHING}")
    )
    assert_holds_all(answer.choices[0].message.content)
    asked = received(marked)
    lines = asked["everything"].removeprefix(asked["body"]).strip().splitlines()[1:]
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    signed = re.search(r"SignedHeaders=([^,]+), Signature=([0-9a-f]+)$", headers["authorization"])
    request = botocore.awsrequest.AWSRequest(
        method="POST",
        url=f"http://{headers['host']}{asked['path']}",
        data=asked["body"].encode(),
        headers={name: headers[name] for name in signed[1].split(";") if name != "host"},
    )
    request.context["timestamp"] = headers["x-amz-date"]
    key = botocore.credentials.Credentials("fake-provider-key-0001", "fake-secret")
    signer = botocore.auth.SigV4Auth(key, "bedrock", "eu-west-1")
    to_sign = signer.string_to_sign(request, signer.canonical_request(request))
    assert signer.signature(to_sign, request) == signed[2]
