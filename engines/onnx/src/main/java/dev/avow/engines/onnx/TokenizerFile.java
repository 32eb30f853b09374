package dev.avow.engines.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code tokenizer.json} as Hugging Face's {@code tokenizers} writes it. Two kinds are read:
 * WordPiece with BERT's rules and BPE on bytes as of RoBERTa. Anything else is refused by its name:
 * a tokenizer that is almost right would find almost nothing, and say nothing of it.
 */
final class TokenizerFile {

    private static final String REMEDY =
            "; use a model with BERT's WordPiece or RoBERTa's byte-level BPE";

    private final JsonNode root;

    TokenizerFile(JsonNode root) {
        this.root = root;
    }

    Tokenizer tokenizer() throws BadModel {
        JsonNode model = root.path("model");
        String type = model.path("type").asString("");
        return switch (type) {
            case "WordPiece" -> wordPiece(model);
            case "BPE" -> byteLevelBpe(model);
            default ->
                    throw new BadModel(
                            "tokenizer.json is of the kind "
                                    + (type.isEmpty() ? "without a name" : type)
                                    + ", which Avow does not read"
                                    + REMEDY);
        };
    }

    private WordPiece wordPiece(JsonNode model) throws BadModel {
        require("normalizer", "BertNormalizer");
        require("pre_tokenizer", "BertPreTokenizer");
        JsonNode rules = root.path("normalizer");
        boolean lowers = rules.path("lowercase").asBoolean(true);
        Map<String, Integer> vocabulary = vocabulary(model);
        Integer unknown = vocabulary.get(model.path("unk_token").asString("[UNK]"));
        if (unknown == null) {
            throw new BadModel("tokenizer.json has no token for what is unknown");
        }
        return new WordPiece(
                vocabulary,
                model.path("continuing_subword_prefix").asString("##"),
                unknown,
                model.path("max_input_chars_per_word").asInt(100),
                new BertRules(
                        rules.path("clean_text").asBoolean(true),
                        rules.path("handle_chinese_chars").asBoolean(true),
                        rules.path("strip_accents").isBoolean()
                                ? rules.path("strip_accents").asBoolean()
                                : lowers,
                        lowers));
    }

    private ByteLevelBpe byteLevelBpe(JsonNode model) throws BadModel {
        require("pre_tokenizer", "ByteLevel");
        JsonNode before = root.path("pre_tokenizer");
        if (!root.path("normalizer").isNull() && !root.path("normalizer").isMissingNode()) {
            throw kind("normalizer", root.path("normalizer").path("type").asString(""));
        }
        if (!before.path("use_regex").asBoolean(true)
                || !model.path("continuing_subword_prefix").asString("").isEmpty()
                || !model.path("end_of_word_suffix").asString("").isEmpty()
                || model.path("byte_fallback").asBoolean(false)) {
            throw new BadModel("tokenizer.json is of a BPE that is not RoBERTa's" + REMEDY);
        }
        Map<String, Integer> ranks = new HashMap<>();
        for (JsonNode merge : model.path("merges")) {
            String pair =
                    merge.isArray()
                            ? merge.path(0).asString("") + " " + merge.path(1).asString("")
                            : merge.asString("");
            ranks.putIfAbsent(pair, ranks.size());
        }
        Map<String, Integer> vocabulary = vocabulary(model);
        Integer unknown = vocabulary.get(model.path("unk_token").asString("<unk>"));
        return new ByteLevelBpe(
                vocabulary,
                ranks,
                unknown == null ? 0 : unknown,
                before.path("add_prefix_space").asBoolean(false));
    }

    private void require(String part, String wanted) throws BadModel {
        String type = root.path(part).path("type").asString("");
        if (!type.equals(wanted)) {
            throw kind(part, type);
        }
    }

    private static BadModel kind(String part, String type) {
        return new BadModel(
                "tokenizer.json has the "
                        + part.replace('_', '-')
                        + " "
                        + (type.isEmpty() ? "of no kind" : type)
                        + ", which Avow does not do"
                        + REMEDY);
    }

    private static Map<String, Integer> vocabulary(JsonNode model) throws BadModel {
        Map<String, Integer> vocabulary = new HashMap<>();
        model.path("vocab")
                .properties()
                .forEach(each -> vocabulary.put(each.getKey(), each.getValue().asInt(0)));
        if (vocabulary.isEmpty()) {
            throw new BadModel("tokenizer.json has no vocabulary");
        }
        return vocabulary;
    }

    /** Tokens that stand before or behind every text, such as {@code [CLS]} and {@code [SEP]}. */
    List<Integer> specials(boolean before) throws BadModel {
        JsonNode processor = root.path("post_processor");
        String type = processor.path("type").asString("");
        return switch (type) {
            case "BertProcessing", "RobertaProcessing" ->
                    List.of(processor.path(before ? "cls" : "sep").path(1).asInt(0));
            case "TemplateProcessing" -> template(processor, before);
            case "", "ByteLevel" -> List.of();
            default -> throw kind("post_processor", type);
        };
    }

    private static List<Integer> template(JsonNode processor, boolean before) {
        List<Integer> specials = new ArrayList<>();
        boolean text = false;
        for (JsonNode piece : processor.path("single")) {
            if (piece.has("Sequence")) {
                text = true;
            } else if (text != before) {
                String name = piece.path("SpecialToken").path("id").asString("");
                for (JsonNode id : processor.path("special_tokens").path(name).path("ids")) {
                    specials.add(id.asInt(0));
                }
            }
        }
        return specials;
    }
}
