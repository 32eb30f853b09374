package dev.avow.mask;

import dev.avow.arrive.Arrived;
import dev.avow.json.JsonSplice;
import dev.avow.words.Destination;
import dev.avow.words.FormFiles;
import dev.avow.words.Itinerary;
import dev.avow.words.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one implementation, made by {@link Masking} alone. */
record MintedOutbound(
        Route route,
        Destination destination,
        boolean streamed,
        Bytes bytes,
        FormFiles files,
        @Nullable String promptOrNull,
        boolean repeatsInDoubt,
        long affinity,
        List<Outbound> alternatives)
        implements Outbound {

    MintedOutbound {
        alternatives = List.copyOf(alternatives);
    }

    static MintedOutbound of(
            Arrived arrived,
            Itinerary itinerary,
            long affinity,
            Bytes bytes,
            @Nullable String prompt) {
        List<Outbound> others =
                itinerary.stops().stream()
                        .skip(1)
                        .<Outbound>map(stop ->
                                new MintedOutbound(
                                        arrived.route(),
                                        stop,
                                        arrived.streamed(),
                                        bytes.naming(stop.model()),
                                        arrived.files(),
                                        prompt,
                                        itinerary.repeatsInDoubt(),
                                        affinity,
                                        List.of()))
                        .toList();
        return new MintedOutbound(
                arrived.route(),
                itinerary.first(),
                arrived.streamed(),
                bytes,
                arrived.files(),
                prompt,
                itinerary.repeatsInDoubt(),
                affinity,
                others);
    }

    /** Holds the bytes, so that the record compares by identity of its content. */
    static final class Bytes {
        private final byte[] masked;
        private final int modelStart;
        private final int modelEnd;

        /** Another model to name than the bytes do; null for theirs. */
        private final @Nullable String model;

        /**
         * @param masked what may leave, the first stop's model in it
         * @param modelStart where that model's JSON string begins
         * @param modelEnd where it ends
         */
        Bytes(byte[] masked, int modelStart, int modelEnd) {
            this(masked, modelStart, modelEnd, null);
        }

        private Bytes(byte[] masked, int modelStart, int modelEnd, @Nullable String model) {
            this.masked = masked;
            this.modelStart = modelStart;
            this.modelEnd = modelEnd;
            this.model = model;
        }

        Bytes naming(String other) {
            return new Bytes(masked, modelStart, modelEnd, other);
        }

        /** Of another model they are made when asked for, since mostly nobody asks. */
        private byte[] value() {
            return model == null
                    ? masked
                    : new JsonSplice(masked)
                            .replace(modelStart, modelEnd, JsonSplice.quote(model))
                            .finish();
        }
    }

    @Override
    public byte[] body() {
        return bytes.value();
    }

    @Override
    public Optional<String> promptAsItLeaves() {
        return Optional.ofNullable(promptOrNull);
    }

    /** Prints the length, never the text. */
    @Override
    public String toString() {
        return "Outbound of " + bytes.masked.length + " bytes";
    }
}
