package dev.avow.api;

import dev.avow.record.Recipient;
import dev.avow.words.Destination;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who receives text. Implemented where providers are known; asked on the hot path, so it answers
 * from memory. Safe for any thread.
 */
public interface Recipients {

    /** Those who read every request before it is decided on; mostly none. */
    List<Recipient> readers();

    /** What a tenant declared of the provider; empty where nothing is known. */
    Optional<Declared> declared(Destination destination);

    /**
     * What a tenant declared of a provider.
     *
     * @param region where it works; empty for not declared
     * @param agreement under which it processes; empty for not declared
     */
    record Declared(Optional<String> region, Optional<String> agreement) {}

    /**
     * All who receive what goes to destinations. The model that is built in stands there as
     * localhost.
     */
    static List<Recipient> all(Recipients known, Collection<Destination> destinations) {
        List<Recipient> all = new ArrayList<>(known.readers());
        destinations.forEach(each -> all.add(of(each, known)));
        return all.stream().distinct().toList();
    }

    private static Recipient of(Destination destination, Recipients known) {
        Optional<Declared> declared = known.declared(destination);
        return new Recipient(
                "model",
                destination.platformId(),
                destination.host(),
                declared.flatMap(Declared::region).orElse(null),
                declared.flatMap(Declared::agreement).orElse(null));
    }

    /** Where nobody reads and nothing is declared. */
    static Recipients undeclared() {
        return new Recipients() {
            @Override
            public List<Recipient> readers() {
                return List.of();
            }

            @Override
            public Optional<Declared> declared(Destination destination) {
                return Optional.empty();
            }
        };
    }
}
