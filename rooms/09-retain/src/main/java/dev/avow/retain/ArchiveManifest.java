package dev.avow.retain;

import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an archive consists of, in the clear: it names no person. */
record ArchiveManifest(
        TenantId tenant,
        UUID id,
        LocalDate day,
        int rows,
        int bytes,
        Instant firstAt,
        Instant lastAt,
        String rowsSha256,
        String indexSha256) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORMAT = "avow-archive/4";
    private static final Set<String> READ =
            Set.of("avow-archive/1", "avow-archive/2", "avow-archive/3", FORMAT);

    byte[] json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("tenant", tenant.toString());
        fields.put("id", id.toString());
        fields.put("day", day.toString());
        fields.put("rows", rows);
        fields.put("bytes", bytes);
        fields.put("first_at", firstAt.toString());
        fields.put("last_at", lastAt.toString());
        fields.put("rows_sha256", rowsSha256);
        fields.put("index_sha256", indexSha256);
        return JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    /** Empty where it is none. */
    static Optional<ArchiveManifest> read(byte[] json) {
        try {
            JsonNode fields = JSON.readTree(json);
            return READ.contains(fields.path("format").asString(""))
                    ? Optional.of(read(fields))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private static ArchiveManifest read(JsonNode fields) {
        return new ArchiveManifest(
                new TenantId(UUID.fromString(fields.path("tenant").asString(""))),
                UUID.fromString(fields.path("id").asString("")),
                LocalDate.parse(fields.path("day").asString("")),
                fields.path("rows").asInt(),
                fields.path("bytes").asInt(),
                Instant.parse(fields.path("first_at").asString("")),
                Instant.parse(fields.path("last_at").asString("")),
                fields.path("rows_sha256").asString(""),
                fields.path("index_sha256").asString(""));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
