package dev.avow.app;

import dev.avow.prove.BrokenLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What earlier versions and earlier processes left is taken in before anybody is answered. */
final class Earlier {

    private static final Logger LOG = LoggerFactory.getLogger(Earlier.class);

    private Earlier() {}

    /** To be called when the recorder has recorded what was left to it; blocks. */
    static void takeIn(Tenancy tenancy, Services services) {
        for (TenantId tenant : tenancy.tenants()) {
            try {
                services.audit().adopt(tenant);
                services.users().adopt(tenant);
            } catch (BrokenLog broken) {
                // Nothing can be logged for this tenant, and so nothing done; the others go on.
                LOG.error("tenant {}: {}", tenant, broken.getMessage());
            }
        }
        services.spending().begin();
    }
}
