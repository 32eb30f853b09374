import json

import openai
from pydantic import BaseModel, TypeAdapter
from openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolUnionParam

from setting import EVERYTHING, VALUES, assert_holds_all, assert_nothing_left, client, mark
from setting import received, user


class LookUp(BaseModel):
    who: str
    why: str


class Person(BaseModel):
    contact: str
    notes: list[str]
    age: int


TOOLS = [openai.pydantic_function_tool(LookUp, name="look_up")]


def test_tools_parsed_arguments_hold_the_originals():
    marked = mark()
    answer = client().chat.completions.parse(
        model="tools", messages=user(f"{marked} {EVERYTHING}"), tools=TOOLS
    )
    called = answer.choices[0].message.tool_calls[0].function.parsed_arguments
    assert called == LookUp(who=f"{marked} {EVERYTHING}", why=f"{marked} {EVERYTHING}")
    assert_nothing_left(marked)


def test_tools_streamed_arguments_hold_the_originals():
    marked = mark()
    said = f'{marked} "quoted" \\ {EVERYTHING}'
    with client().chat.completions.stream(
        model="tools", messages=user(said), tools=TOOLS
    ) as stream:
        final = stream.get_final_completion()
    assert final.choices[0].message.tool_calls[0].function.parsed_arguments.who == said
    assert_nothing_left(marked)


def test_tools_result_with_personal_data_never_leaves():
    marked = mark()
    messages = [
        *user(f"Who is {VALUES['phone']}?"),
        {
            "role": "assistant",
            "tool_calls": [
                {
                    "id": "call_1",
                    "type": "function",
                    "function": {
                        "name": "look_up",
                        "arguments": json.dumps({"who": VALUES["phone"]}),
                    },
                }
            ],
        },
        {"role": "tool", "tool_call_id": "call_1", "content": f"{marked} {EVERYTHING}"},
    ]
    answer = client().chat.completions.create(model="tools", messages=messages, tools=TOOLS)
    assert_holds_all(answer.choices[0].message.content)
    assert_nothing_left(marked)


def test_structured_output_parsed_holds_the_originals():
    marked = mark()
    answer = client().chat.completions.parse(
        model="json", messages=user(f"{marked} {EVERYTHING}"), response_format=Person
    )
    person = answer.choices[0].message.parsed
    assert person.contact == person.notes[0] == f"{marked} {EVERYTHING}"
    assert_nothing_left(marked)


def test_what_leaves_is_still_what_openai_takes():
    marked = mark()
    client().chat.completions.create(
        model="tools",
        messages=[{"role": "system", "content": EVERYTHING}, *user([{"type": "text", "text": marked}])],
        tools=TOOLS,
        temperature=0.25,
        seed=1234567890123,
    )
    body = json.loads(received(marked)["body"])
    for message in body["messages"]:
        TypeAdapter(ChatCompletionMessageParam).validate_python(message)
    for tool in body["tools"]:
        TypeAdapter(ChatCompletionToolUnionParam).validate_python(tool)
    assert body["tools"] == json.loads(json.dumps(TOOLS))
    assert (body["temperature"], body["seed"]) == (0.25, 1234567890123)
