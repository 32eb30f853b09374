package dev.avow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for texts in raw bytes, however they are written: UTF-8, UTF-16, hexadecimal, Base64 at any
 * alignment. One pass for all of them, over whatever kind of file.
 */
final class RawSearch {

    private static final int HEAD = 4;
    private static final int BUCKETS = 1 << 16;

    /** The database's unpacked programs: the same for everybody, and large. */
    private static final Pattern PROGRAMS = Pattern.compile("postgres/[0-9].*");

    private final Map<Integer, List<Needle>> byHead = new LinkedHashMap<>();
    private final boolean[] worthALook = new boolean[BUCKETS];

    private static final class Needle {
        private final String what;
        private final byte[] bytes;

        Needle(String what, byte[] bytes) {
            this.what = what;
            this.bytes = bytes;
        }
    }

    /**
     * @param texts by what they are; a text of fewer than eight characters could be found by chance
     */
    RawSearch(Map<String, String> texts) {
        texts.forEach((what, text) -> {
            if (text.length() < 8) {
                throw new IllegalArgumentException("too short to search for: " + what);
            }
            add(what, text, StandardCharsets.UTF_8);
            add(what + " in UTF-16", text, StandardCharsets.UTF_16LE);
            add(what + " in UTF-16", text, StandardCharsets.UTF_16BE);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String hex = HexFormat.of().formatHex(bytes);
            add(what + " in hexadecimal", hex, StandardCharsets.UTF_8);
            add(
                    what + " in hexadecimal",
                    hex.toUpperCase(java.util.Locale.ROOT),
                    StandardCharsets.UTF_8);
            base64(what + " in Base64", bytes);
        });
    }

    /** Looks for these bytes too, as they are and in hexadecimal. */
    RawSearch and(String what, byte[] bytes) {
        add(what, new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        add(what + " in hexadecimal", HexFormat.of().formatHex(bytes), StandardCharsets.UTF_8);
        return this;
    }

    /** What stays the same whichever bytes stand before and behind. */
    private void base64(String what, byte[] bytes) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int whole = shifted.length / 3 * 4;
            int from = before == 0 ? 0 : 4;
            String plain = Base64.getEncoder().encodeToString(shifted).substring(from, whole);
            add(what, plain, StandardCharsets.UTF_8);
            add(what, plain.replace('+', '-').replace('/', '_'), StandardCharsets.UTF_8);
        }
    }

    private void add(String what, String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        int head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = (head << 8) | (bytes[i] & 0xff);
        }
        byHead.computeIfAbsent(head, _ -> new ArrayList<>()).add(new Needle(what, bytes));
        worthALook[bucket(head)] = true;
    }

    private static int bucket(int head) {
        return (head * 0x9E3779B1) >>> 16;
    }

    /** What of it stands in some bytes. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        int head = 0;
        for (int at = 0; at < bytes.length; at++) {
            head = (head << 8) | (bytes[at] & 0xff);
            if (worthALook[bucket(head)] && at >= HEAD - 1) {
                look(bytes, at - HEAD + 1, head, found);
            }
        }
        return found;
    }

    private void look(byte[] bytes, int from, int head, Set<String> found) {
        for (Needle needle : byHead.getOrDefault(head, List.of())) {
            int to = from + needle.bytes.length;
            if (to <= bytes.length
                    && Arrays.equals(bytes, from, to, needle.bytes, 0, needle.bytes.length)) {
                found.add(needle.what);
            }
        }
    }

    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What of it stands in any file under a folder, by file. */
    Map<String, Set<String>> under(Path folder) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (!PROGRAMS.matcher(name).matches()) {
                    Set<String> here = in(read(file));
                    if (!here.isEmpty()) {
                        found.put(name, here);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return new byte[0];
        }
    }
}
