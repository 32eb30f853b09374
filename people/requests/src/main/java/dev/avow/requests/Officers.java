package dev.avow.requests;

import dev.avow.mail.MailAddress;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is reminded of requests that fall due. Safe for any thread; blocks. */
public interface Officers {

    /**
     * Somebody who is.
     *
     * @param userId their account; null where they have none
     */
    record Officer(@Nullable UUID userId, MailAddress address) {

        /** Prints no address. */
        @Override
        public String toString() {
            return "Officer " + userId;
        }
    }

    /** Those of a tenant; empty where there are none. */
    List<Officer> of(TenantId tenant);
}
