package dev.avow.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import dev.avow.words.Fault;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a policy masks, as a caller sends it. What is left out is masked by pseudonyms. */
record MaskingBody(
        @JsonProperty("default") @Nullable String standard,
        @Nullable Map<String, @Nullable String> types,
        @Nullable String checksum) {

    MaskRules read() {
        Map<String, MaskMode> modes = new HashMap<>();
        if (types != null) {
            types.forEach((type, mode) -> modes.put(type, mode("masking.types", mode)));
        }
        return new MaskRules(
                standard == null ? MaskMode.PSEUDONYM : mode("masking.default", standard),
                modes,
                holds());
    }

    private boolean holds() {
        return switch (checksum) {
            case null -> false;
            case "fails" -> false;
            case "holds" -> true;
            default -> throw Fault.wrong("masking.checksum", "a checksum fails or holds");
        };
    }

    private static MaskMode mode(String field, @Nullable String id) {
        return MaskMode.of(id == null ? "" : id)
                .orElseThrow(() -> Fault.wrong(field, "a mode is one of " + MaskMode.IDS));
    }
}
