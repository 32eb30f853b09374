package dev.avow.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.backup.Manifest.Part;
import dev.avow.sealing.BackupKey;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SealingException;
import dev.avow.sealing.UnsealAccess;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A manifest's two lines: JSON, and that line's authentication under the backup's key in base64.
 * Whoever has not the master key can read the first line and alter neither.
 */
final class ManifestFile {

    static final String NAME = BackupPlace.MANIFEST;

    private static final String FORMAT = "avow-backup/1";

    private static final JsonMapper JSON = new JsonMapper();

    private ManifestFile() {}

    static byte[] write(Manifest manifest, BackupKey key) {
        String line = JSON.writeValueAsString(fields(manifest));
        byte[] proof = key.seal(new byte[0], "manifest " + line, 0, 0);
        return (line + "\n" + Base64.getEncoder().encodeToString(proof) + "\n").getBytes(UTF_8);
    }

    /** What a manifest says, unproven; empty where it is none. */
    static Optional<Manifest> read(byte[] file) {
        String text = new String(file, UTF_8);
        try {
            return Optional.of(read(JSON.readTree(text.substring(0, text.indexOf('\n')))));
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeException
                | IndexOutOfBoundsException notOne) {
            return Optional.empty();
        }
    }

    /**
     * Whether a manifest is as it was written.
     *
     * @throws SealingException where the backup's key does not open
     */
    static boolean isProven(byte[] file, BackupKey key) {
        String[] lines = new String(file, UTF_8).split("\n", -1);
        try {
            return lines.length == 3
                    && key.plaintextOf(
                                            Base64.getDecoder().decode(lines[1]),
                                            "manifest " + lines[0],
                                            0,
                                            0,
                                            UnsealAccess.granted())
                                    .length
                            == 0;
        } catch (SealingException | IllegalArgumentException altered) {
            return false;
        }
    }

    static BackupKey key(Manifest manifest, MasterKey master) {
        try {
            return BackupKey.unwrap(
                    master, manifest.id(), Base64.getDecoder().decode(manifest.wrappedKey()));
        } catch (IllegalArgumentException altered) {
            throw new Damaged(NAME);
        }
    }

    private static Map<String, Object> fields(Manifest manifest) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("id", manifest.id().toString());
        fields.put("taken_at", manifest.takenAt().toString());
        fields.put("finished_at", manifest.finishedAt().toString());
        fields.put("schema_version", manifest.schemaVersion());
        fields.put("key", manifest.wrappedKey());
        fields.put("parts", manifest.parts().stream().map(ManifestFile::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Part part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", part.name());
        fields.put("table", part.table());
        fields.put("file", part.file());
        fields.put("columns", part.columns());
        fields.put("rows", part.rows());
        fields.put("left_out", part.leftOut());
        fields.put("blocks", part.blocks());
        fields.put("bytes", part.bytes());
        fields.put("sha256", part.sha256());
        return fields;
    }

    private static Manifest read(JsonNode fields) {
        if (!fields.path("format").asString("").equals(FORMAT)) {
            throw new IllegalArgumentException("another format");
        }
        List<Part> parts = new ArrayList<>();
        fields.path("parts").forEach(each -> parts.add(part(each)));
        return new Manifest(
                UUID.fromString(fields.path("id").asString("")),
                Instant.parse(fields.path("taken_at").asString("")),
                Instant.parse(fields.path("finished_at").asString("")),
                fields.path("schema_version").asString(""),
                fields.path("key").asString(""),
                parts);
    }

    private static Part part(JsonNode fields) {
        List<String> columns = new ArrayList<>();
        fields.path("columns").forEach(each -> columns.add(each.asString("")));
        return new Part(
                fields.path("name").asString(""),
                fields.path("table").asBoolean(false),
                fields.path("file").asString(""),
                columns,
                fields.path("rows").asLong(0),
                fields.path("left_out").asLong(0),
                fields.path("blocks").asLong(0),
                fields.path("bytes").asLong(0),
                fields.path("sha256").asString(""));
    }
}
