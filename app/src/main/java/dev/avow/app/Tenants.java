package dev.avow.app;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;

/** Finds the tenant that a command names. */
final class Tenants {

    private static final String EXISTS = "SELECT EXISTS (SELECT FROM tenants)";

    private Tenants() {}

    static TenantId find(Tenancy tenancy, String named) {
        TenantId tenant =
                named.equals("default")
                        ? TenantId.DEFAULT
                        : Ids.parse(named).map(TenantId::new).orElseThrow(Tenants::unknown);
        boolean exists =
                tenancy.within(
                        tenant, handle -> handle.createQuery(EXISTS).mapTo(Boolean.class).one());
        if (!exists) {
            throw unknown();
        }
        return tenant;
    }

    private static RuntimeException unknown() {
        return Fault.of(
                        FaultCode.NOT_FOUND,
                        "there is no such tenant; give its id, or leave --tenant out")
                .asException();
    }
}
