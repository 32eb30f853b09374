package dev.avow.mask;

import dev.avow.admit.Caller;
import dev.avow.arrive.Arrived;
import dev.avow.arrive.Segment;
import dev.avow.classify.Classified;
import dev.avow.decide.Decision;
import dev.avow.decide.MaskRules;
import dev.avow.detector.api.Finding;
import dev.avow.json.JsonSplice;
import dev.avow.words.Itinerary;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Room 05: the only mint of what may leave. Where a string holds findings it is written anew with
 * what stands for them; every other byte of the body stays as the caller sent it.
 */
public final class Masking {

    private Masking() {}

    /** Mints a request that policy lets out as it is. */
    public static Masked mint(Decision.Allow decision) {
        return mint(decision, Beside.NOTHING);
    }

    /** The same beside files that it names. */
    public static Masked mint(Decision.Allow decision, Beside beside) {
        Arrived arrived = decision.classified().admitted().arrived();
        Minting minting = new Minting(decision.classified(), null);
        return new Masked(minting.outbound(arrived), beside.files());
    }

    /**
     * Mints a request whose every finding is replaced.
     *
     * @param key the tenant's, for what is masked by a hash
     */
    public static Masked mint(Decision.Mask decision, HashKey key) {
        return mint(decision, key, Beside.NOTHING);
    }

    /** The same beside files that it names, or as a file that is to be kept. */
    public static Masked mint(Decision.Mask decision, HashKey key, Beside beside) {
        Arrived arrived = decision.classified().admitted().arrived();
        StandIns standIns =
                new StandIns(decision.masking(), key, StandIns.textsOf(arrived.segments()), beside);
        Minting minting = new Minting(decision.classified(), standIns);
        return new Masked(minting.outbound(arrived), standIns.keepsake());
    }

    /** A text with its findings replaced, for a dry run: nothing of it leaves. */
    public static String preview(
            String text, List<Finding> findings, MaskRules masking, HashKey key) {
        return new StandIns(masking, key, List.of(text), Beside.NOTHING)
                .replace(text, findings, false);
    }

    /** One walk over a request's segments, beside the list of their findings. */
    private static final class Minting {

        private final Classified classified;
        private final Iterator<List<Finding>> findings;
        private final @Nullable StandIns standIns;
        private final @Nullable StringBuilder prompt;

        Minting(Classified classified, @Nullable StandIns standIns) {
            this.classified = classified;
            this.findings = classified.findings().iterator();
            this.standIns = standIns;
            this.prompt =
                    classified.admitted().arrived().head().wantsFullReceipt()
                            ? new StringBuilder()
                            : null;
        }

        Outbound outbound(Arrived arrived) {
            JsonSplice body = new JsonSplice(arrived.body().bytes());
            Itinerary itinerary = classified.admitted().itinerary();
            byte[] model = JsonSplice.quote(itinerary.first().model());
            boolean modelDone = false;
            int modelEnd = 0;
            for (Segment segment : arrived.segments()) {
                if (!modelDone && segment.start() > arrived.modelStart()) {
                    body.replace(arrived.modelStart(), arrived.modelEnd(), model);
                    modelEnd = body.length();
                    modelDone = true;
                }
                replace(segment, body);
            }
            if (!modelDone) {
                body.replace(arrived.modelStart(), arrived.modelEnd(), model);
                modelEnd = body.length();
            }
            return MintedOutbound.of(
                    arrived,
                    itinerary,
                    affinity(classified.admitted().caller()),
                    new MintedOutbound.Bytes(body.finish(), modelEnd - model.length, modelEnd),
                    prompt == null ? null : prompt.toString());
        }

        /** Of the person, else of the key; 0 for neither. */
        private static long affinity(Caller caller) {
            UUID who = caller.userId() != null ? caller.userId() : caller.apiKeyId();
            return who == null
                    ? 0
                    : who.getMostSignificantBits() * 31 + who.getLeastSignificantBits();
        }

        /** Returns whether anything was replaced. */
        private boolean replace(Segment segment, JsonSplice into) {
            return switch (segment) {
                case Segment.Leaf leaf -> replaceLeaf(leaf, into);
                case Segment.Nested nested -> {
                    JsonSplice inner = new JsonSplice(nested.document().bytes());
                    boolean any = false;
                    for (Segment part : nested.parts()) {
                        any |= replace(part, inner);
                    }
                    if (any) {
                        String text = new String(inner.finish(), StandardCharsets.UTF_8);
                        into.replace(nested.start(), nested.end(), JsonSplice.quote(text));
                    }
                    yield any;
                }
                case Segment.Attachment attachment -> {
                    String head = leaving(attachment.head());
                    String content = leaving(attachment.content());
                    boolean inside =
                            !head.equals(attachment.head().unmaskedText())
                                    || !content.equals(attachment.content().unmaskedText());
                    Segment.Text letters = attachment.letters();
                    String asLetters = letters == null ? "" : leaving(letters);
                    boolean outside = letters != null && !asLetters.equals(letters.unmaskedText());
                    if (inside || outside) {
                        byte[] bytes = content.getBytes(attachment.charset());
                        String text =
                                !outside
                                        ? head + Base64.getEncoder().encodeToString(bytes)
                                        // Both cannot be masked in one string; nothing leaves.
                                        : inside ? "" : asLetters;
                        into.replace(attachment.start(), attachment.end(), JsonSplice.quote(text));
                    }
                    yield inside || outside;
                }
                case Segment.Document document -> replaceDocument(document, into);
                case Segment.Opaque _ -> false;
                case Segment.Kept kept -> name(kept, into);
            };
        }

        /** The provider knows its file by its own id. */
        private static boolean name(Segment.Kept kept, JsonSplice into) {
            Segment.Known known = kept.known();
            if (known == null || !Errands.isId(known.remoteId())) {
                throw new IllegalStateException("a file that was not looked up cannot be named");
            }
            into.replace(kept.start(), kept.end(), JsonSplice.quote(known.remoteId()));
            return true;
        }

        /** A document cannot be written anew, so its text takes its place where that is masked. */
        private boolean replaceDocument(Segment.Document document, JsonSplice into) {
            String text = leaving(document.content());
            if (text.equals(document.content().unmaskedText())) {
                boolean any = false;
                for (Segment part : document.parts()) {
                    any |= replace(part, into);
                }
                return any;
            }
            document.parts().forEach(this::drop);
            String quoted = new String(JsonSplice.quote(text), StandardCharsets.UTF_8);
            String whole = document.begin() + quoted + document.after();
            into.replace(document.start(), document.end(), whole.getBytes(StandardCharsets.UTF_8));
            return true;
        }

        /** Passes over the findings of what does not leave. */
        private void drop(Segment segment) {
            switch (segment) {
                case Segment.Leaf _ -> findings.next();
                case Segment.Nested nested -> nested.parts().forEach(this::drop);
                case Segment.Attachment attachment -> attachment.parts().forEach(this::drop);
                case Segment.Document document -> document.scanned().forEach(this::drop);
                case Segment.Opaque _, Segment.Kept _ -> {}
            }
        }

        private boolean replaceLeaf(Segment.Leaf leaf, JsonSplice into) {
            String leaving = leaving(leaf);
            if (leaving.equals(leaf.unmaskedText())) {
                return false;
            }
            into.replace(leaf.start(), leaf.end(), JsonSplice.quote(leaving));
            return true;
        }

        /** A leaf's text as it leaves. Takes the next list of findings. */
        private String leaving(Segment.Leaf leaf) {
            List<Finding> found = findings.next();
            String text = leaf.unmaskedText();
            String leaving =
                    standIns == null || found.isEmpty()
                            ? text
                            : standIns.replace(text, found, leaf instanceof Segment.Name);
            if (prompt != null && leaf.isPrompt()) {
                prompt.append(prompt.isEmpty() ? "" : "\n").append(leaving);
            }
            return leaving;
        }
    }
}
