package dev.avow.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is material of a page (promise T4): who receives text, how long things are kept, where they
 * lie, and how they are protected. What counts uses or policies, what failed just now and what is
 * only of this machine is none. Immutable.
 *
 * @param items in the page's order
 */
public record Material(List<Item> items) {

    private static final Set<Part> PARTS =
            Set.of(
                    Part.MASKING,
                    Part.FOUND,
                    Part.RECORDED,
                    Part.KEPT,
                    Part.PLACE,
                    Part.RECEIVERS,
                    Part.KEYS,
                    Part.BACKUPS);

    private static final Set<String> LEFT_OUT =
            Set.of(
                    "masking.policies",
                    "masking.no_policies",
                    "found.own",
                    "recorded.fields",
                    "receivers.none",
                    "receivers.inside",
                    "backups.failing",
                    "backups.unreadable",
                    "backups.trial");

    /** The end of an id that says how something is; what it is of stands before. */
    private static final Pattern STATE =
            Pattern.compile(
                    "\\.(on|off|allow|local|block|refuse|short|full|embedded|external|none|folder|s3"
                        + "|home|regions|file|aws|vault|built_in|onnx|presidio|value|no_store|now|later)$");

    /**
     * One thing that a page says.
     *
     * @param key of what it is, the same in every version
     * @param value what it says of that, in no language
     * @param texts by language, as they were shown
     */
    public record Item(String part, String key, String value, Map<String, String> texts) {

        public Item {
            texts = Map.copyOf(texts);
        }

        /** In one language. */
        public String text(Words words) {
            return texts.getOrDefault(words.language(), key);
        }
    }

    public Material {
        items = List.copyOf(items);
    }

    /** Of a page, as far as it is shown. */
    public static Material of(TrustPage page) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (TrustPage.Chapter chapter : page.chapters()) {
            if (PARTS.contains(chapter.part())) {
                for (Sentence each : chapter.sentences()) {
                    if (!LEFT_OUT.contains(each.id())) {
                        Item item = item(chapter.part(), each);
                        items.putIfAbsent(item.key(), item);
                    }
                }
            }
        }
        return new Material(new ArrayList<>(items.values()));
    }

    private static Item item(Part part, Sentence sentence) {
        Map<String, Object> values = new TreeMap<>(sentence.values());
        StringBuilder key = new StringBuilder(STATE.matcher(sentence.id()).replaceFirst(""));
        for (String name : List.of("what", "host", "purpose")) {
            Object value = values.remove(name);
            if (value != null) {
                key.append('/').append(value instanceof Sentence.Phrase each ? each.id() : value);
            }
        }
        // Whether the profile or the operator said it changes nothing for anybody.
        values.remove("source");
        // Kinds come with new versions of the detector; that they are looked for is material.
        String value =
                sentence.id() + (part == Part.FOUND ? "" : TrustPage.sorted(values).toString());
        Map<String, String> texts = new TreeMap<>();
        Words.ALL.forEach(words -> texts.put(words.language(), words.sentence(sentence)));
        return new Item(part.id(), key.toString(), value, texts);
    }

    /** The same for two that say the same: SHA-256 over keys and values, in their order. */
    public String hash() {
        StringBuilder said = new StringBuilder();
        items.stream()
                .sorted(java.util.Comparator.comparing(Item::key))
                .forEach(each ->
                        said.append(each.key()).append('=').append(each.value()).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(said.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
