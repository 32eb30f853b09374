package dev.avow.translation;

import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.util.Set;

/**
 * {@code /v1/messages/count_tokens} for a provider that counts none: an estimate, four characters
 * to a token, over every text of the prompt and its tools. Images and files count nothing. The
 * provider is not asked. Safe for any thread.
 */
public final class CountByLength implements Translation {

    private static final Set<String> STRUCTURE =
            Set.of("type", "role", "id", "tool_use_id", "media_type", "signature");

    @Override
    public Translated of(byte[] body) {
        Value asked = Faults.request(body);
        long chars = chars(asked.get("system")) + chars(asked.get("messages"));
        chars += asked.get("tools").isAbsent() ? 0 : asked.get("tools").raw().length();
        long tokens = (chars + 3) / 4;
        return new Translated.Here(
                new Writer().open('{').member("input_tokens", tokens).close('}').bytes());
    }

    private static long chars(Value value) {
        if (value.get("type").is("base64")) {
            return 0;
        }
        long chars = value.isString() ? value.text().length() : 0;
        for (Value item : value.items()) {
            chars += chars(item);
        }
        for (var member : value.members().entrySet()) {
            chars += STRUCTURE.contains(member.getKey()) ? 0 : chars(member.getValue());
        }
        return chars;
    }
}
