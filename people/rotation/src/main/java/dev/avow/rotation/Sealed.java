package dev.avow.rotation;

import dev.avow.words.TenantId;
import java.util.function.BooleanSupplier;

/** A kind of thing that is sealed under tenants' keys, and can be sealed anew. */
public interface Sealed {

    /** What it is, in a word or two, for people. */
    String name();

    /**
     * Looks through all of a tenant's, and seals anew what the newest version of the key did not
     * seal. Blocks; done again it finds nothing more to do.
     *
     * @param goOn asked between two batches; false ends it there
     */
    Moved sealAnew(TenantId tenant, BooleanSupplier goOn);
}
