package dev.avow.engines.guards;

import java.util.List;

/**
 * Marks of chat templates inside a text: a document or a tool's result that has them wants to be
 * read as somebody else's turn.
 */
final class Templates {

    private static final List<String> MARKS =
            List.of(
                    "<|im_start|>",
                    "<|im_end|>",
                    "<|system|>",
                    "<|start_header_id|>",
                    "<|eot_id|>",
                    "[INST]",
                    "[/INST]",
                    "<<SYS>>",
                    "<</SYS>>",
                    "<start_of_turn>",
                    "<|endoftext|>");

    private Templates() {}

    /** Where the first mark begins; -1 for none. */
    static int in(String text) {
        int first = -1;
        for (String mark : MARKS) {
            int at = text.indexOf(mark);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }
}
