package dev.avow.app;

import dev.avow.api.Recipients;
import dev.avow.engines.completions.CompletionOptions;
import dev.avow.record.Recipient;
import dev.avow.registry.ProviderPlace;
import dev.avow.registry.Registry;
import dev.avow.settings.Settings;
import dev.avow.words.Destination;
import dev.avow.words.Region;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who receives text beside the providers: engines that are asked by URL.
 *
 * @param readers they
 * @param registry knows what was declared of providers
 */
record Receiving(List<Recipient> readers, Registry registry) implements Recipients {

    Receiving {
        readers = List.copyOf(readers);
    }

    /** As the settings have it. */
    static Receiving by(Settings settings, Registry registry) {
        List<Recipient> readers = new ArrayList<>();
        settings.analyzer()
                .url()
                .map(Receiving::host)
                .ifPresent(host -> readers.add(Recipient.of("names", "presidio", host)));
        GuardSettings.options(settings.guard())
                .map(options -> reader("guard", options.model()))
                .ifPresent(readers::add);
        Topics.model(settings.classification())
                .map(model -> reader("topics", model))
                .ifPresent(readers::add);
        return new Receiving(readers, registry);
    }

    private static Recipient reader(String purpose, CompletionOptions model) {
        return Recipient.of(purpose, model.model(), host(model.base().toString()));
    }

    private static Declared declared(ProviderPlace place) {
        return new Declared(
                Optional.ofNullable(place.region()).map(Region::name),
                Optional.ofNullable(place.agreement()));
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    @Override
    public Optional<Declared> declared(Destination destination) {
        return registry.place(destination).map(Receiving::declared);
    }
}
