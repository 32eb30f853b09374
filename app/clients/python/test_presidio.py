"""The HTTP examples of Microsoft Presidio's documentation, pointed at Avow."""

import json
import urllib.error
import urllib.request
from urllib.parse import urljoin

import pytest

from setting import BASE_URL, KEY, VALUES

PRESIDIO = urljoin(BASE_URL, "/presidio/")


def call(path, body=None, key=KEY):
    """The status and what was answered."""
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(PRESIDIO + path, data, headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def found(text, **more):
    status, results = call("analyze", {"text": text, "language": "en", **more})
    assert status == 200, results
    return results


def test_health_needs_no_key():
    with urllib.request.urlopen(PRESIDIO + "health", timeout=10) as answer:
        assert "service is up" in answer.read().decode()


def test_supported_entities_and_recognizers_are_listed():
    assert {"EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD"} <= set(
        call("supportedentities?language=en")[1]
    )
    assert "EmailRecognizer" in call("recognizers?language=en")[1]
    assert {"mask", "replace", "hash", "redact", "encrypt", "keep"} <= set(call("anonymizers")[1])
    assert "decrypt" in call("deanonymizers")[1]


def test_offsets_are_pythons():
    text = f"😀👩‍👩‍👧 {VALUES['email']} 😀 {VALUES['iban']}"
    cut = {each["entity_type"]: text[each["start"] : each["end"]] for each in found(text)}
    assert cut == {"EMAIL_ADDRESS": VALUES["email"], "IBAN_CODE": VALUES["iban"]}


def test_ad_hoc_recognizer_with_context():
    zip_code = {
        "name": "Zip code Recognizer",
        "supported_language": "en",
        "patterns": [{"name": "zip code (weak)", "regex": r"(\b\d{5}(?:\-\d{4})?\b)", "score": 0.01}],
        "context": ["zip", "code"],
        "supported_entity": "ZIP",
    }
    [result] = found(
        "John Smith drivers license is AC432223. Zip code: 10023",
        ad_hoc_recognizers=[zip_code],
        entities=["ZIP"],
    )
    assert (result["start"], result["end"], result["score"]) == (50, 55, 0.4)


def test_what_was_analyzed_is_anonymized():
    text = f"My address is {VALUES['email']}."
    status, hidden = call("anonymize", {"text": text, "analyzer_results": found(text)})
    assert status == 200
    assert hidden["text"] == "My address is <EMAIL_ADDRESS>."
    [item] = hidden["items"]
    assert hidden["text"][item["start"] : item["end"]] == item["text"] == "<EMAIL_ADDRESS>"


def test_anonymize_as_documented():
    status, hidden = call(
        "anonymize",
        {
            "text": "hello world, my name is Jane Doe. My number is: 034453334",
            "anonymizers": {
                "PHONE_NUMBER": {
                    "type": "mask",
                    "masking_char": "*",
                    "chars_to_mask": 4,
                    "from_end": True,
                }
            },
            "analyzer_results": [
                {"start": 24, "end": 32, "score": 0.8, "entity_type": "NAME"},
                {"start": 24, "end": 28, "score": 0.8, "entity_type": "FIRST_NAME"},
                {"start": 29, "end": 32, "score": 0.6, "entity_type": "LAST_NAME"},
                {"start": 48, "end": 57, "score": 0.95, "entity_type": "PHONE_NUMBER"},
            ],
        },
    )
    assert status == 200
    assert hidden["text"] == "hello world, my name is <NAME>. My number is: 03445****"


def test_encrypted_is_decrypted():
    key = "WmZq4t7w!z%C&F)J"
    text = f"😀 {VALUES['email']}"
    _, hidden = call(
        "anonymize",
        {
            "text": text,
            "anonymizers": {"DEFAULT": {"type": "encrypt", "key": key}},
            "analyzer_results": found(text),
        },
    )
    assert VALUES["email"] not in hidden["text"]
    _, back = call(
        "deanonymize",
        {
            "text": hidden["text"],
            "anonymizer_results": hidden["items"],
            "deanonymizers": {"DEFAULT": {"type": "decrypt", "key": key}},
        },
    )
    assert back["text"] == text


@pytest.mark.parametrize(
    "path, body, status, error",
    [
        ("analyze", {"language": "en"}, 500, "No text provided"),
        ("analyze", {"text": "hello"}, 500, "No language provided"),
        ("anonymize", {}, 400, "Invalid request json"),
        ("anonymize", {"text": "a"}, 422, "Invalid input, request must contain analyzer results"),
    ],
)
def test_errors_are_presidios(path, body, status, error):
    assert call(path, body) == (status, {"error": error})


def test_unknown_key_is_refused():
    assert call("analyze", {"text": "hello", "language": "en"}, key="avow_nobodys")[0] == 401
