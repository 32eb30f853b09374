package dev.avow.control;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form of HTML's as browsers send it (WHATWG URL, section 5.1). Immutable.
 *
 * @param plaintextFields by name, decoded; line breaks as line feeds
 */
record FormBody(Map<String, String> plaintextFields) {

    static final String TYPE = "application/x-www-form-urlencoded";

    private static final int MOST_FIELDS = 16;

    FormBody {
        plaintextFields = Map.copyOf(plaintextFields);
    }

    /**
     * Reads one.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE where it is none, has a name twice, or
     *     more names than any form here
     */
    static FormBody of(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        for (String each : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = each.indexOf('=');
            String name = decoded(equals < 0 ? each : each.substring(0, equals));
            String value = equals < 0 ? "" : decoded(each.substring(equals + 1));
            if (fields.put(name, value.replace("\r\n", "\n")) != null
                    || fields.size() > MOST_FIELDS) {
                throw malformed();
            }
        }
        return new FormBody(fields);
    }

    /** A field's text; empty where it was not sent. */
    String plaintext(String name) {
        return plaintextFields.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return Fault.of(FaultCode.INVALID_VALUE, "this is no form that is known here")
                .asException();
    }

    /** Prints how many fields it has. */
    @Override
    public String toString() {
        return "FormBody of " + plaintextFields.size() + " fields";
    }
}
