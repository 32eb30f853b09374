package dev.avow.incidents;

import dev.avow.sealing.Place;
import dev.avow.sealing.TenantKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Seals and opens what is free text, bound to its tenant, table, column and row. */
record IncidentSeal(TenantKeys keys, TenantId tenant) {

    private static final String INCIDENTS = "incidents";
    private static final String NOTICES = "incident_notices";
    private static final String MAIL = "mail_sealed";

    /** All texts of an incident as one value, so that not even their lengths show. */
    byte[] seal(UUID incident, Map<IncidentText, String> plaintext) {
        return keys.seal(
                IncidentJson.write(plaintext),
                new Place(tenant, INCIDENTS, "texts_sealed", incident));
    }

    Map<IncidentText, String> plaintextOf(UUID incident, byte[] sealed) {
        ObjectNode json =
                IncidentJson.read(
                        keys.plaintextOf(
                                sealed,
                                new Place(tenant, INCIDENTS, "texts_sealed", incident),
                                UnsealAccess.granted()),
                        ObjectNode.class);
        Map<IncidentText, String> texts = new EnumMap<>(IncidentText.class);
        json.properties()
                .forEach(text ->
                        texts.put(
                                IncidentText.valueOf(text.getKey()), text.getValue().asString("")));
        return texts;
    }

    byte @Nullable [] sealNotice(UUID notice, String column, @Nullable String plaintext) {
        return plaintext == null
                ? null
                : keys.seal(plaintext, new Place(tenant, NOTICES, column, notice));
    }

    @Nullable String plaintextOfNotice(UUID notice, String column, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : keys.plaintextOf(
                        sealed, new Place(tenant, NOTICES, column, notice), UnsealAccess.granted());
    }

    /** Subject and address of a notice's mails as one value. */
    byte @Nullable [] sealMail(Notice notice) {
        Mailing mailing = notice.mailing();
        if (mailing == null) {
            return null;
        }
        String address = mailing.plaintextAddress();
        return keys.seal(
                mailing.plaintextSubject() + "\n" + (address == null ? "" : address),
                new Place(tenant, NOTICES, MAIL, notice.id()));
    }

    @Nullable Mailing mailingOf(
            UUID notice,
            byte @Nullable [] sealed,
            @Nullable String state,
            @Nullable Integer people,
            @Nullable Integer written) {
        if (sealed == null || state == null) {
            return null;
        }
        String[] opened =
                keys.plaintextOf(
                                sealed,
                                new Place(tenant, NOTICES, MAIL, notice),
                                UnsealAccess.granted())
                        .split("\n", 2);
        return new Mailing(
                opened[0],
                opened.length < 2 || opened[1].isEmpty() ? null : opened[1],
                Mailing.State.valueOf(state.toUpperCase(Locale.ROOT)),
                people,
                written);
    }

    @Override
    public String toString() {
        return "IncidentSeal";
    }
}
