package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.util.Map;
import java.util.Set;

/**
 * {@code /v1/rerank} for Cohere's {@code /v2/rerank} (Cohere's API reference, "Rerank API (v2)" and
 * "(v1)"). The second version takes texts only and gives none back, so documents that are wanted in
 * the answer are put there from the request. Safe for any thread.
 */
public final class RerankByCohere implements Translation {

    private static final String API = "Cohere's API";

    private static final Members MEMBERS =
            new Members(
                    Set.of(
                            "model",
                            "query",
                            "documents",
                            "top_n",
                            "max_tokens_per_doc",
                            "priority",
                            "return_documents"),
                    Set.of(),
                    Map.of("rank_fields", Set.of("[\"text\"]"), "stream", Set.of("false")));

    @Override
    public Translated of(byte[] body) {
        Value asked = Faults.request(body);
        MEMBERS.check(asked, (_, value) -> Faults.notCarried(value, API));
        Writer out = new Writer().open('{').move("model", asked.get("model"));
        out.member("query", text(asked.get("query"))).name("documents").open('[');
        for (Value document : asked.get("documents").items()) {
            out.text(text(document));
        }
        out.close(']').move("top_n", asked.get("top_n"));
        out.move("max_tokens_per_doc", asked.get("max_tokens_per_doc"));
        out.move("priority", asked.get("priority")).close('}');
        return new Translated.Elsewhere(
                Target.at("/v2/rerank", Framing.BY_TYPE),
                out.bytes(),
                new RerankAnswers(
                        asked.get("return_documents").isTrue() ? asked.get("documents") : null));
    }

    private static String text(Value value) {
        Value text = value.isObject() ? value.get("text") : value;
        if (!text.isString()) {
            throw Faults.wrong(
                    value,
                    "the provider of this model is asked by "
                            + API
                            + ", which ranks texts: send a string, or an object with a text");
        }
        return text.text();
    }
}
