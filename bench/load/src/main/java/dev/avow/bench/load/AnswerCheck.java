package dev.avow.bench.load;

import org.jspecify.annotations.Nullable;

/** Whether an answer is whole, and whether the request's own values came back in it. */
final class AnswerCheck {
    private static final String CONTENT = "\"content\":\"";

    private AnswerCheck() {}

    /** Why the answer does not count, in two words, or null where it is whole. */
    static @Nullable String fault(AnswerKind kind, int status, String body) {
        if (status != 200) {
            return "status " + status;
        }
        return switch (kind) {
            case JSON ->
                    body.stripTrailing().endsWith("}") && body.contains(Answers.END)
                            ? null
                            : "cut short";
            case STREAM ->
                    body.contains("data: [DONE]") && text(body).contains(Answers.END)
                            ? null
                            : "cut short";
        };
    }

    /** True where both values of request {@code number} stand in the answer in the clear. */
    static boolean restored(AnswerKind kind, String body, long number) {
        String text = kind == AnswerKind.STREAM ? text(body) : body;
        return text.contains(ChatBody.email(number)) && text.contains(ChatBody.phone(number));
    }

    /**
     * The text of a stream, its pieces joined. Reads only what {@link Answers} writes, which has no
     * escapes; a gateway may have framed the pieces anew.
     */
    static String text(String events) {
        StringBuilder text = new StringBuilder(512);
        int at = events.indexOf(CONTENT);
        while (at >= 0) {
            int from = at + CONTENT.length();
            int to = events.indexOf('"', from);
            if (to < 0) {
                break;
            }
            text.append(events, from, to);
            at = events.indexOf(CONTENT, to);
        }
        return text.toString();
    }
}
