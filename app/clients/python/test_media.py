"""Images, speech, transcripts, documents and files: what holds in chats holds here."""

import base64
import io

import openai
import pytest

from setting import EVERYTHING, VALUES, assert_holds_all, assert_nothing_left, client, mark
from setting import received, user

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
WAV = b"RIFF\x24\x06\x00\x00WAVEfmt " + bytes(1600)


def test_image_prompt_never_leaves_and_comes_back_revised():
    marked = mark()
    answer = client().images.generate(
        model="fake/image", prompt=f"{marked} {EVERYTHING}", user=VALUES["email"]
    )
    assert answer.data[0].revised_prompt == f"{marked} {EVERYTHING}"
    assert base64.b64decode(answer.data[0].b64_json) == PNG
    assert_nothing_left(marked)


def test_image_edit_with_several_files_never_leaves_its_prompt():
    marked = mark()
    answer = client().images.edit(
        model="fake/image",
        image=[("a.png", PNG, "image/png"), (f"{VALUES['email']}.png", PNG, "image/png")],
        mask=("m.png", PNG, "image/png"),
        prompt=f"{marked} {EVERYTHING}",
        n=1,
    )
    assert answer.data[0].revised_prompt == f"{marked} {EVERYTHING}"
    assert_nothing_left(marked)
    assert received(marked)["body"].count(f'"bytes":{len(PNG)}') == 3


def test_text_as_an_image_is_refused():
    with pytest.raises(openai.BadRequestError) as refused:
        client().images.edit(
            model="fake/image",
            image=("a.png", EVERYTHING.encode(), "image/png"),
            prompt="hello",
        )
    assert refused.value.code == "invalid_value"


def test_speech_is_of_masked_text():
    marked = mark()
    sound = client().audio.speech.create(
        model="fake/tts", voice="alloy", input=f"{marked} {EVERYTHING}"
    )
    assert sound.content[:3] == b"ID3"
    assert len(sound.content) == 300_000
    assert_nothing_left(marked)


def test_speech_streamed_comes_in_pieces():
    with client().audio.speech.with_streaming_response.create(
        model="fake/tts", voice="alloy", input="hello"
    ) as sound:
        assert sum(len(piece) for piece in sound.iter_bytes(4096)) == 300_000


@pytest.mark.parametrize("route", ["transcriptions", "translations"])
@pytest.mark.parametrize("form", ["json", "verbose_json", "text", "srt", "vtt"])
def test_transcript_comes_back_with_the_originals(route, form):
    marked = mark()
    answer = getattr(client().audio, route).create(
        model="fake/whisper",
        file=(f"{VALUES['email']}.wav", io.BytesIO(WAV), "audio/wav"),
        prompt=f"{marked} {EVERYTHING}",
        response_format=form,
    )
    assert_holds_all(answer if isinstance(answer, str) else answer.text)
    assert_nothing_left(marked)


def test_document_that_cannot_be_read_does_not_leave():
    part = {
        "type": "file",
        "file": {
            "filename": "a.pdf",
            "file_data": "data:application/pdf;base64," + base64.b64encode(b"%PDF-1.4 x").decode(),
        },
    }
    with pytest.raises(openai.InternalServerError) as refused:
        client(max_retries=0).chat.completions.create(model="fake/echo", messages=user([part]))
    assert refused.value.code == "classification_incomplete"


def ask_about(file):
    part = {"type": "input_file", "file_id": file.id}
    answer = client().responses.create(
        model="fake/parrot-x", input=[{"role": "user", "content": [part]}]
    )
    return answer.output_text


def test_file_named_by_a_request_never_leaves_and_comes_back():
    marked = mark()
    file = client().files.create(
        file=("a.md", f"{marked} {EVERYTHING}".encode()),
        purpose="user_data",
        extra_body={"model": "fake/parrot-x"},
    )
    assert file.purpose == "user_data" and file.filename == "a.md"
    assert_nothing_left(marked)
    assert_holds_all(ask_about(file))
    assert client().files.delete(file.id).deleted


def test_file_in_parts_never_leaves_and_comes_back():
    marked = mark()
    content = f"{marked} {EVERYTHING}".encode()
    upload = client().uploads.upload_file_chunked(
        file=content,
        filename="a.txt",
        bytes=len(content),
        mime_type="text/plain",
        purpose="user_data",
        part_size=40,
    )
    assert upload.status == "completed"
    assert_nothing_left(marked)
    assert_holds_all(ask_about(upload.file))


def test_files_of_other_purposes_are_refused_with_a_remedy():
    with pytest.raises(openai.BadRequestError) as refused:
        client().files.create(file=("a.txt", EVERYTHING.encode()), purpose="fine-tune")
    assert refused.value.param == "purpose"
    with pytest.raises(openai.NotFoundError):
        client().batches.create(
            input_file_id="file-1", endpoint="/v1/chat/completions", completion_window="24h"
        )
