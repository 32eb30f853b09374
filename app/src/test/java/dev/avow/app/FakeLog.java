package dev.avow.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything that reached the fake provider. Safe for any thread. */
final class FakeLog {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** One request as it came. */
    static final class Entry {
        private final String path;
        private final List<Map.Entry<String, String>> headers;
        private final String body;
        private volatile String outcome = "open";

        private Entry(String path, List<Map.Entry<String, String>> headers, String body) {
            this.path = path;
            this.headers = List.copyOf(headers);
            this.body = body;
        }

        String body() {
            return body;
        }

        /** {@code open}, {@code answered}, or {@code left} where the caller went before the end. */
        String outcome() {
            return outcome;
        }

        void closed(boolean answered) {
            if (outcome.equals("open")) {
                outcome = answered ? "answered" : "left";
            }
        }

        /** Body, path and headers as one text, for searching. */
        String everything() {
            StringBuilder all = new StringBuilder(body).append('\n').append(path);
            headers.forEach(each ->
                    all.append('\n').append(each.getKey()).append(": ").append(each.getValue()));
            return all.toString();
        }
    }

    Entry add(String path, List<Map.Entry<String, String>> headers, String body) {
        Entry entry = new Entry(path, headers, body);
        entries.add(entry);
        return entry;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The last request whose body holds a text. */
    Entry lastWith(String text) {
        return entries.reversed().stream()
                .filter(each -> each.body().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing with that mark came upstream"));
    }

    /** How many requests held a text in their body. */
    long countWith(String text) {
        return entries.stream().filter(each -> each.body().contains(text)).count();
    }

    /** Whether a text stands anywhere in what came, headers included. */
    boolean holds(String text) {
        return entries.stream().anyMatch(each -> each.everything().contains(text));
    }

    ObjectNode json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode requests = all.putArray("requests");
        for (Entry entry : entries) {
            requests.addObject()
                    .put("path", entry.path)
                    .put("body", entry.body())
                    .put("everything", entry.everything())
                    .put("outcome", entry.outcome());
        }
        return all;
    }
}
