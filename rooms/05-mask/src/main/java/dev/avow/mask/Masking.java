package dev.avow.mask;

import dev.avow.arrive.Arrived;
import dev.avow.arrive.Segment;
import dev.avow.classify.Classified;
import dev.avow.decide.Decision;
import dev.avow.detector.api.Finding;
import dev.avow.json.JsonSplice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Room 05: the only mint of what may leave. Where a string holds findings it is written anew with
 * pseudonyms; every other byte of the body stays as the caller sent it.
 */
public final class Masking {

    private Masking() {}

    /** Mints a request that policy lets out as it is. */
    public static Masked mint(Decision.Allow decision) {
        Arrived arrived = decision.classified().admitted().arrived();
        Minting minting = new Minting(decision.classified(), null);
        return new Masked(minting.outbound(arrived), Keepsake.empty());
    }

    /** Mints a request whose every finding is replaced. */
    public static Masked mint(Decision.Mask decision) {
        Arrived arrived = decision.classified().admitted().arrived();
        Pseudonyms pseudonyms = new Pseudonyms();
        reserve(arrived.segments(), pseudonyms);
        Minting minting = new Minting(decision.classified(), pseudonyms);
        return new Masked(minting.outbound(arrived), pseudonyms.keepsake());
    }

    /** A text with its findings replaced, for a dry run: nothing of it leaves. */
    public static String preview(String text, List<Finding> findings) {
        Pseudonyms pseudonyms = new Pseudonyms();
        pseudonyms.reserveThoseIn(text);
        return replace(text, findings, pseudonyms);
    }

    private static void reserve(List<Segment> segments, Pseudonyms pseudonyms) {
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Leaf leaf -> pseudonyms.reserveThoseIn(leaf.unmaskedText());
                case Segment.Nested nested -> reserve(nested.parts(), pseudonyms);
                case Segment.Attachment attachment -> reserve(attachment.parts(), pseudonyms);
                case Segment.Opaque _ -> {}
            }
        }
    }

    private static String replace(String text, List<Finding> findings, Pseudonyms pseudonyms) {
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        for (Finding finding : findings) {
            String original = text.substring(finding.start(), finding.end());
            replaced.append(text, copied, finding.start())
                    .append(pseudonyms.of(finding.type(), original));
            copied = finding.end();
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    /** One walk over a request's segments, beside the list of their findings. */
    private static final class Minting {

        private final Classified classified;
        private final Iterator<List<Finding>> findings;
        private final @Nullable Pseudonyms pseudonyms;
        private final @Nullable StringBuilder prompt;

        Minting(Classified classified, @Nullable Pseudonyms pseudonyms) {
            this.classified = classified;
            this.findings = classified.findings().iterator();
            this.pseudonyms = pseudonyms;
            this.prompt =
                    classified.admitted().arrived().head().wantsFullReceipt()
                            ? new StringBuilder()
                            : null;
        }

        Outbound outbound(Arrived arrived) {
            JsonSplice body = new JsonSplice(arrived.body().bytes());
            byte[] model = JsonSplice.quote(classified.admitted().destination().model());
            boolean modelDone = false;
            for (Segment segment : arrived.segments()) {
                if (!modelDone && segment.start() > arrived.modelStart()) {
                    body.replace(arrived.modelStart(), arrived.modelEnd(), model);
                    modelDone = true;
                }
                replace(segment, body);
            }
            if (!modelDone) {
                body.replace(arrived.modelStart(), arrived.modelEnd(), model);
            }
            return new MintedOutbound(
                    arrived.route(),
                    classified.admitted().destination(),
                    arrived.streamed(),
                    new MintedOutbound.Bytes(body.finish()),
                    prompt == null ? null : prompt.toString());
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
                    boolean any =
                            !head.equals(attachment.head().unmaskedText())
                                    || !content.equals(attachment.content().unmaskedText());
                    if (any) {
                        byte[] bytes = content.getBytes(attachment.charset());
                        String text = head + Base64.getEncoder().encodeToString(bytes);
                        into.replace(attachment.start(), attachment.end(), JsonSplice.quote(text));
                    }
                    yield any;
                }
                case Segment.Opaque _ -> false;
            };
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
                    pseudonyms == null || found.isEmpty()
                            ? text
                            : Masking.replace(text, found, pseudonyms);
            if (prompt != null && leaf.isPrompt()) {
                prompt.append(prompt.isEmpty() ? "" : "\n").append(leaving);
            }
            return leaving;
        }
    }
}
