package dev.avow.arrive;

import java.util.List;

/** Has the documents in a request read. Pure but for the reader, which waits. */
public final class DocumentReading {

    private DocumentReading() {}

    /** Whether there is any to be read. */
    public static boolean isDue(Arrived arrived) {
        return holdsAny(arrived.segments(), false);
    }

    /** Whether some document could not be read as a whole, of a request that was read. */
    public static boolean isPartial(Arrived arrived) {
        return holdsAny(arrived.segments(), true);
    }

    private static boolean holdsAny(List<Segment> segments, boolean partial) {
        for (Segment segment : segments) {
            boolean found =
                    switch (segment) {
                        case Segment.Document document -> !partial || !document.whole();
                        case Segment.Nested nested -> holdsAny(nested.parts(), partial);
                        case Segment.Leaf _,
                                Segment.Attachment _,
                                Segment.Opaque _,
                                Segment.Kept _ ->
                                false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** The request with the text of its documents. */
    public static Arrived read(Arrived arrived, DocumentReader reader) {
        return isDue(arrived) ? arrived.with(read(arrived.segments(), reader)) : arrived;
    }

    private static List<Segment> read(List<Segment> segments, DocumentReader reader) {
        return segments.stream().map(each -> read(each, reader)).toList();
    }

    private static Segment read(Segment segment, DocumentReader reader) {
        return switch (segment) {
            case Segment.Document document -> {
                DocumentReader.Extract extract = reader.read(document.file().unscanned());
                String text = extract.text();
                Segment.Text content =
                        new Segment.Text(text, 0, text.length(), document.content().isPrompt());
                yield document.with(content, extract.whole());
            }
            case Segment.Nested nested ->
                    new Segment.Nested(
                            nested.document(),
                            read(nested.parts(), reader),
                            nested.start(),
                            nested.end());
            case Segment.Leaf _, Segment.Attachment _, Segment.Opaque _, Segment.Kept _ -> segment;
        };
    }
}
