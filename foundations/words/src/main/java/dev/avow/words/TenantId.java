package dev.avow.words;

import java.util.UUID;

/** Names a tenant: one organisation whose data no other organisation can reach (I1). */
public record TenantId(UUID value) {

    /** The tenant that every installation begins with. */
    public static final TenantId DEFAULT =
            new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    @Override
    public String toString() {
        return value.toString();
    }
}
