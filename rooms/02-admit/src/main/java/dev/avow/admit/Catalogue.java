package dev.avow.admit;

import dev.avow.words.TenantId;
import java.util.List;

/** Lists the models that a tenant can name. Implemented where providers are kept. */
public interface Catalogue {

    /** As {@code NAME/model}; blocks, for some seconds where a provider is slow. */
    List<String> models(TenantId tenant);
}
