import openai
import pytest

from setting import VALUES, assert_nothing_left, client, mark, received, upstream, user


def ask(model, content, **more):
    return client(max_retries=0).chat.completions.create(
        model=model, messages=user(content), **more
    )


def failing(kind, *asked, **more):
    with pytest.raises(kind) as failed:
        ask(*asked, **more)
    assert not [each for each in VALUES.values() if each in str(failed.value)]
    return failed.value


def test_unknown_key_is_authentication_error():
    stranger = openai.OpenAI(base_url=client().base_url, api_key="avow_nobodys-key", max_retries=0)
    with pytest.raises(openai.AuthenticationError) as failed:
        stranger.models.list()
    assert failed.value.code == "invalid_api_key"


def test_unknown_model_is_not_found_error():
    assert failing(openai.NotFoundError, "avow/none", "hello").code == "model_not_found"
    with pytest.raises(openai.NotFoundError):
        client().models.retrieve("avow/none")


def test_bad_request_names_the_parameter():
    failed = failing(openai.BadRequestError, "echo", 5)
    assert failed.param == "messages[0].content"


def test_blocked_by_policy_is_permission_denied_and_nothing_leaves():
    marked = mark()
    failed = failing(openai.PermissionDeniedError, "blocked", f"{marked} {VALUES['email']}")
    assert failed.code == "policy_blocked"
    assert failed.response.headers["avow-action"] == "block"
    assert not [each for each in upstream() if marked in each["body"]]


def test_coached_by_policy_acknowledged_goes_through():
    marked = mark()
    said = f"{marked} {VALUES['email']}"
    failed = failing(openai.ConflictError, "coached", said)
    assert failed.code == "policy_coach"
    answer = ask("coached", said, extra_headers={"Avow-Acknowledge": failed.body["acknowledge_token"]})
    assert answer.choices[0].message.content == said
    assert_nothing_left(marked)


def test_rate_limited_is_rate_limit_error():
    failing(openai.RateLimitError, "rate-limited", "hello")


@pytest.mark.parametrize("model", ["error-500", "error-502", "error-401", "garbage", "breaks-off"])
def test_provider_fails_is_a_provider_fault(model):
    failed = failing(openai.InternalServerError, model, VALUES["email"])
    assert failed.status_code == 502
    assert failed.code.startswith("provider_")


@pytest.mark.parametrize("model", ["breaks-off", "no-done"])
def test_stream_breaks_off_is_an_api_error(model):
    stream = ask(model, "some words to begin with", stream=True)
    with pytest.raises(openai.APIError) as failed:
        for _ in stream:
            pass
    assert failed.value.code == "provider_broke_off"


def test_fails_once_the_clients_own_retry_succeeds():
    marked = mark()
    answer = client().chat.completions.create(model="flaky", messages=user(marked))
    assert answer.choices[0].message.content == marked
    assert received(marked)
