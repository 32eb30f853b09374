package dev.avow.rights;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Opens what a row holds sealed under its person's key, for that person's copy. */
record SealedColumns(Keyring keyring) {

    /** Of a sealed column's name. */
    static final String ENDING = "_sealed";

    /**
     * Puts each value in the place of its sealed one; null where the person was erased, or its day
     * is over.
     */
    void open(TenantId tenant, UUID subject, String table, UUID row, ObjectNode values) {
        List<String> sealed =
                values.propertyNames().stream().filter(name -> name.endsWith(ENDING)).toList();
        for (String column : sealed) {
            String base64 = values.path(column).asString("");
            Place place = new Place(tenant, table, column, row);
            values.remove(column);
            values.put(
                    column.substring(0, column.length() - ENDING.length()),
                    base64.isEmpty()
                            ? null
                            : keyring.subjects()
                                    .plaintextOf(
                                            tenant,
                                            subject,
                                            Base64.getMimeDecoder().decode(base64),
                                            place,
                                            UnsealAccess.granted())
                                    .flatMap(inner ->
                                            keyring.periods()
                                                    .plaintextOf(
                                                            tenant,
                                                            inner,
                                                            place,
                                                            UnsealAccess.granted()))
                                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                                    .orElse(null));
        }
    }
}
