package dev.avow.app;

import dev.avow.api.Recipients;
import dev.avow.record.Recipient;
import dev.avow.settings.Settings;
import dev.avow.words.Destination;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who receives text beside the providers: engines that are asked by URL.
 *
 * @param readers they
 */
record Receiving(List<Recipient> readers) implements Recipients {

    Receiving {
        readers = List.copyOf(readers);
    }

    /** As the settings have it. */
    static Receiving by(Settings settings) {
        List<Recipient> readers = new ArrayList<>();
        settings.classificationPresidioUrl()
                .map(Receiving::host)
                .ifPresent(host -> readers.add(Recipient.of("names", "presidio", host)));
        GuardSettings.options(settings)
                .map(options -> Recipient.of("guard", options.model(), host(options.base())))
                .ifPresent(readers::add);
        return new Receiving(readers);
    }

    private static String host(URI url) {
        return host(url.toString());
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    @Override
    public Optional<Declared> declared(Destination destination) {
        return Optional.empty();
    }
}
