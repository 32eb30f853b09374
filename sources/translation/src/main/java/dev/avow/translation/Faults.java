package dev.avow.translation;

import dev.avow.json.JsonProblem;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.List;
import java.util.Set;

/** What a translation fails with. No fault holds content: fields, limits and known words only. */
final class Faults {

    private static final String ASK_ANOTHER =
            "; leave it out, or name a model of a provider that has this route itself";

    private Faults() {}

    /** A member that the provider's API has nothing for. */
    static FaultException notCarried(Value value, String api) {
        return notCarried(value.where(), api);
    }

    static FaultException notCarried(String where, String api) {
        return Fault.of(
                        FaultCode.INVALID_VALUE,
                        "the provider of this model is asked by "
                                + api
                                + ", which has nothing for this"
                                + ASK_ANOTHER,
                        where)
                .asException();
    }

    /** A member that is carried in some forms only; {@code remedy} says in which. */
    static FaultException wrong(Value value, String remedy) {
        return Fault.of(FaultCode.INVALID_VALUE, remedy, value.where()).asException();
    }

    /** Reads a request; it is one JSON object, since room 01 let it in. */
    static Value request(byte[] json) {
        try {
            return Value.read(json);
        } catch (JsonProblem impossible) {
            throw new IllegalStateException("a request that left is no JSON", impossible);
        }
    }

    /** Reads what a provider sent; it must be a JSON object. */
    static Value answer(byte[] json) {
        try {
            Value answer = Value.read(json);
            if (answer.isObject()) {
                return answer;
            }
        } catch (JsonProblem malformed) {
            throw invalid("the provider's answer is malformed JSON");
        }
        throw invalid("the provider's answer is no JSON object");
    }

    /** A chat completion's first choice; what Avow asks for has one. */
    static Value firstChoice(Value completion) {
        List<Value> choices = completion.get("choices").items();
        if (choices.isEmpty()) {
            throw invalid("the provider's answer holds no choice");
        }
        return choices.getFirst();
    }

    /** Reads a refusal; some servers put it in an array. */
    static Value refusal(byte[] json) {
        try {
            Value refusal = Value.read(json);
            Value first = refusal.items().isEmpty() ? refusal : refusal.items().getFirst();
            if (first.isObject()) {
                return first;
            }
        } catch (JsonProblem malformed) {
            throw invalid("the provider's refusal is malformed JSON");
        }
        throw invalid("the provider's refusal is no JSON object");
    }

    static FaultException invalid(String message) {
        return Fault.of(FaultCode.PROVIDER_INVALID_ANSWER, message).asException();
    }

    /**
     * The provider said in mid-stream that it failed.
     *
     * @param type its word for what went wrong; told on where it is one of {@code known}
     */
    static FaultException brokeOff(String type, Set<String> known) {
        return Fault.of(
                        FaultCode.PROVIDER_BROKE_OFF,
                        "the provider ended its answer with an error"
                                + (known.contains(type) ? " of type " + type : "")
                                + "; ask again later")
                .asException();
    }
}
