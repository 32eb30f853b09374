package dev.avow.app;

import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every part of every route that can hold text, as the providers' API references list them (OpenAI:
 * chat completions, responses, embeddings, images, audio; Anthropic: messages, count tokens;
 * Cohere: rerank; November 2026), and one part of each that no reference has.
 *
 * <p>A part stands in its route's body as {@code {{flags:label}}}. The first flag: {@code P} is
 * what the model is asked, {@code O} is other text. The second: {@code T} a text, {@code N} a
 * member's name, {@code D} a bare number, {@code B} base64.
 */
final class CoverageBodies {

    private static final Pattern MARK = Pattern.compile("\\{\\{([PO])([TNDB]):([^{}]+)}}");

    private static final String CHAT =
            """
            {"messages":[
              {"role":"system","content":"{{PT:system message}}"},
              {"role":"developer","content":"{{PT:developer message}}","name":"{{PT:name of a speaker}}"},
              {"role":"user","content":"{{PT:user message}}","unheard_of":{"deep":["{{PT:member of a message that no reference has}}"]}},
              {"role":"user","content":[
                {"type":"text","text":"{{PT:text part}}"},
                {"type":"image_url","image_url":{"url":"https://pictures.example/?q={{PT:address of an image}}"}},
                {"type":"file","file":{"filename":"{{PT:name of a file}}","file_data":"data:text/plain;base64,{{PB:text file in base64}}"}}]},
              {"role":"assistant","content":"{{PT:assistant message}}","refusal":"{{PT:refusal}}",
               "tool_calls":[{"id":"{{OT:id of a tool call}}","type":"function","function":{"name":"f",
                 "arguments":"{\\"to\\":\\"{{PT:tool arguments}}\\",\\"{{ON:member's name in tool arguments}}\\":1,\\"n\\":{{PD:number in tool arguments}}}"}}],
               "function_call":{"name":"g","arguments":"{\\"to\\":\\"{{PT:function arguments}}\\"}"}},
              {"role":"tool","tool_call_id":"{{OT:tool_call_id}}","content":"{{PT:tool result}}"},
              {"role":"tool","tool_call_id":"call_2","content":"[{\\"row\\":\\"{{PT:tool result in JSON}}\\"}]"},
              {"role":"function","name":"g","content":"{{PT:function result}}"}],
             "tools":[{"type":"function","function":{"name":"f","description":"{{OT:description of a tool}}",
               "parameters":{"type":"object","description":"{{OT:description of tool parameters}}",
                 "properties":{"{{ON:name of a tool parameter}}":{"type":"string","enum":["{{OT:enum of a tool parameter}}"]}}}}}],
             "functions":[{"name":"g","description":"{{OT:description of a function}}"}],
             "response_format":{"type":"json_schema","json_schema":{"name":"s","description":"{{OT:description of an answer's schema}}",
               "schema":{"type":"object","description":"{{OT:answer's schema}}"}}},
             "prediction":{"type":"content","content":"{{OT:predicted answer}}"},
             "web_search_options":{"user_location":{"type":"approximate","approximate":{"city":"{{OT:user's place}}"}}},
             "stop":["{{OT:stop text}}"],
             "metadata":{"note":"{{OT:metadata}}","{{ON:name in metadata}}":"x"},
             "user":"{{OT:user}}","safety_identifier":"{{OT:safety_identifier}}","prompt_cache_key":"{{OT:prompt_cache_key}}",
             "unheard_of":{"a":["{{OT:member that no reference has}}"],"n":{{OD:number that no reference has}}}}
            """;

    private static final String RESPONSES =
            """
            {"instructions":"{{PT:instructions}}",
             "input":[
              {"role":"user","content":"{{PT:user message}}"},
              {"role":"developer","content":[{"type":"input_text","text":"{{PT:input_text}}"}]},
              {"role":"user","content":[
                {"type":"input_image","image_url":"https://pictures.example/?q={{PT:address of an image}}"},
                {"type":"input_file","filename":"{{PT:name of a file}}","file_data":"data:text/plain;base64,{{PB:text file in base64}}"}]},
              {"type":"message","role":"assistant","status":"completed","id":"msg_1","content":[
                {"type":"output_text","text":"{{PT:output_text}}","annotations":[]},
                {"type":"refusal","refusal":"{{PT:refusal}}"}]},
              {"type":"function_call","call_id":"{{OT:call_id}}","name":"f",
               "arguments":"{\\"to\\":\\"{{PT:tool arguments}}\\",\\"{{ON:member's name in tool arguments}}\\":1,\\"n\\":{{PD:number in tool arguments}}}"},
              {"type":"function_call_output","call_id":"call_1","output":"{{PT:tool result}}"},
              {"type":"function_call_output","call_id":"call_2","output":"{\\"row\\":\\"{{PT:tool result in JSON}}\\"}"},
              {"type":"custom_tool_call","call_id":"call_3","name":"c","input":"{{PT:input of a custom tool}}"},
              {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"{{PT:summary of reasoning}}"}]},
              {"type":"mcp_call","id":"mcp_1","name":"m","server_label":"s","arguments":"{\\"q\\":\\"{{PT:MCP arguments}}\\"}","output":"{{PT:MCP result}}"},
              {"type":"computer_call_output","call_id":"call_4","output":{"type":"unheard_of","deep":["{{PT:item that no reference has}}"]}}],
             "tools":[{"type":"function","name":"f","description":"{{OT:description of a tool}}","parameters":{"type":"object",
                 "properties":{"{{ON:name of a tool parameter}}":{"type":"string","description":"{{OT:description of a tool parameter}}"}}}},
               {"type":"mcp","server_label":"s","server_url":"https://mcp.example/?q={{OT:address of an MCP server}}","headers":{"X-Who":"{{OT:header for an MCP server}}"}},
               {"type":"web_search","user_location":{"type":"approximate","city":"{{OT:user's place}}"}}],
             "text":{"format":{"type":"json_schema","name":"s","description":"{{OT:description of an answer's schema}}","schema":{"type":"object"}}},
             "metadata":{"note":"{{OT:metadata}}","{{ON:name in metadata}}":"x"},
             "user":"{{OT:user}}","safety_identifier":"{{OT:safety_identifier}}","prompt_cache_key":"{{OT:prompt_cache_key}}",
             "unheard_of":{"a":["{{OT:member that no reference has}}"],"n":{{OD:number that no reference has}}}}
            """;

    private static final String EMBEDDINGS =
            """
            {"input":["{{PT:first text}}","{{PT:second text}}"],
             "user":"{{OT:user}}","unheard_of":"{{OT:member that no reference has}}"}
            """;

    private static final String MESSAGES =
            """
            {%s"system":[{"type":"text","text":"{{PT:system block}}"}],
             "messages":[
              {"role":"user","content":"{{PT:user message}}"},
              {"role":"assistant","content":[
                {"type":"text","text":"{{PT:text block}}"},
                {"type":"thinking","thinking":"{{PT:thinking}}","signature":"s"},
                {"type":"tool_use","id":"{{OT:id of a tool use}}","name":"f","input":{"to":"{{PT:tool input}}","{{ON:member's name in tool input}}":1,"n":{{PD:number in tool input}}}}]},
              {"role":"user","content":[
                {"type":"tool_result","tool_use_id":"{{OT:tool_use_id}}","content":"{{PT:tool result}}"},
                {"type":"tool_result","tool_use_id":"t_2","content":[{"type":"text","text":"{{PT:block of a tool result}}"}]},
                {"type":"document","title":"{{PT:title of a document}}","context":"{{PT:context of a document}}",
                 "source":{"type":"text","media_type":"text/plain","data":"{{PT:document in plain text}}"}},
                {"type":"document","source":{"type":"base64","media_type":"text/plain","data":"{{PB:document in base64}}"}},
                {"type":"document","source":{"type":"content","content":[{"type":"text","text":"{{PT:block of a document}}"}]}},
                {"type":"image","source":{"type":"url","url":"https://pictures.example/?q={{PT:address of an image}}"}},
                {"type":"search_result","title":"{{PT:title of a search result}}","source":"{{PT:source of a search result}}","content":[{"type":"text","text":"{{PT:search result}}"}]},
                {"type":"unheard_of","deep":["{{PT:block that no reference has}}"]}]}],
             "tools":[{"name":"f","description":"{{OT:description of a tool}}","input_schema":{"type":"object",
                 "properties":{"{{ON:name of a tool parameter}}":{"type":"string","description":"{{OT:description of a tool parameter}}"}}}}],
             "stop_sequences":["{{OT:stop text}}"],
             "metadata":{"user_id":"{{OT:user_id}}"},
             "mcp_servers":[{"type":"url","name":"m","url":"https://mcp.example/?q={{OT:address of an MCP server}}","authorization_token":"{{OT:token of an MCP server}}"}],
             "unheard_of":{"a":["{{OT:member that no reference has}}"],"n":{{OD:number that no reference has}}}}
            """;

    private static final String IMAGE_GENERATIONS =
            """
            {"prompt":"{{PT:prompt}}","user":"{{OT:user}}","style":"{{OT:style}}",
             "unheard_of":{"a":["{{OT:member that no reference has}}"],"n":{{OD:number that no reference has}}}}
            """;

    /** Forms stand here as the JSON that {@code CoverageRun} makes them of. */
    private static final String IMAGE_EDITS =
            """
            {"prompt":"{{PT:prompt}}","user":"{{OT:user}}",
             "image[]":[{"filename":"{{OT:name of an image's file}}"},{"filename":"{{OT:name of a second image's file}}"}],
             "mask":{"filename":"{{OT:name of a mask's file}}"},
             "unheard_of":"{{OT:field that no reference has}}","{{ON:name of a field}}":"x"}
            """;

    private static final String IMAGE_VARIATIONS =
            """
            {"user":"{{OT:user}}","image":{"filename":"{{OT:name of an image's file}}"},
             "unheard_of":"{{OT:field that no reference has}}"}
            """;

    private static final String SPEECH =
            """
            {"input":"{{PT:input}}","instructions":"{{PT:instructions}}","voice":"{{OT:voice}}",
             "unheard_of":{"a":["{{OT:member that no reference has}}"]}}
            """;

    private static final String TRANSCRIPTIONS =
            """
            {"prompt":"{{PT:prompt}}","language":"{{OT:language}}",
             "file":{"filename":"{{OT:name of a sound's file}}"},
             "known_speaker_names[]":["{{OT:name of a speaker}}","{{OT:name of another speaker}}"],
             "unheard_of":"{{OT:field that no reference has}}"}
            """;

    private static final String TRANSLATIONS =
            """
            {"prompt":"{{PT:prompt}}","file":{"filename":"{{OT:name of a sound's file}}"},
             "unheard_of":"{{OT:field that no reference has}}"}
            """;

    private static final String RERANK =
            """
            {"query":"{{PT:query}}",
             "documents":["{{PT:document}}",
               {"text":"{{PT:text of a document}}","title":"{{PT:another member of a document}}","{{ON:name of a document's member}}":"x",
                "image":"https://pictures.example/?q={{PT:address of a document's image}}","n":{{PD:number of a document}}}],
             "rank_fields":["{{OT:field to rank by}}"],"return_documents":true,"user":"{{OT:user}}",
             "unheard_of":{"a":["{{OT:member that no reference has}}"],"n":{{OD:number that no reference has}}}}
            """;

    /** What stands at a part. */
    enum Kind {
        TEXT,
        NAME,
        NUMBER,
        BASE64
    }

    /**
     * One part.
     *
     * @param label what it is called on the page
     * @param prompt whether the model is asked it
     * @param number which of its route's parts, from 1
     */
    record Part(Route route, String label, Kind kind, boolean prompt, int number) {}

    private CoverageBodies() {}

    /** Puts a value in the place of each part. */
    interface Filling {
        String of(Part part);
    }

    static String body(Route route, Filling filling) {
        StringBuilder body = new StringBuilder();
        Matcher mark = MARK.matcher(template(route));
        int number = 0;
        while (mark.find()) {
            number++;
            mark.appendReplacement(
                    body, Matcher.quoteReplacement(filling.of(part(route, mark, number))));
        }
        return mark.appendTail(body).toString();
    }

    static List<Part> parts(Route route) {
        List<Part> parts = new ArrayList<>();
        String _ =
                body(
                        route,
                        part -> {
                            parts.add(part);
                            return "";
                        });
        return parts;
    }

    private static Part part(Route route, Matcher mark, int number) {
        Kind kind =
                switch (mark.group(2)) {
                    case "N" -> Kind.NAME;
                    case "D" -> Kind.NUMBER;
                    case "B" -> Kind.BASE64;
                    default -> Kind.TEXT;
                };
        return new Part(route, mark.group(3), kind, mark.group(1).equals("P"), number);
    }

    private static String template(Route route) {
        return switch (route) {
            case CHAT_COMPLETIONS -> CHAT;
            case RESPONSES -> RESPONSES;
            case EMBEDDINGS -> EMBEDDINGS;
            case MESSAGES -> MESSAGES.formatted("\"max_tokens\":100,");
            case COUNT_TOKENS -> MESSAGES.formatted("");
            case IMAGE_GENERATIONS -> IMAGE_GENERATIONS;
            case IMAGE_EDITS -> IMAGE_EDITS;
            case IMAGE_VARIATIONS -> IMAGE_VARIATIONS;
            case SPEECH -> SPEECH;
            case TRANSCRIPTIONS -> TRANSCRIPTIONS;
            case TRANSLATIONS -> TRANSLATIONS;
            case RERANK -> RERANK;
        };
    }
}
