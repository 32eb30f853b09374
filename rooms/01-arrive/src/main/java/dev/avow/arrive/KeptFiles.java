package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that a provider keeps, named by an id ({@code file_id}, {@code file_ids}). One that came by
 * way of this installation was looked at when it came, and has an id of ours; of any other nobody
 * here has seen what it says, so a request that names one is refused.
 */
public final class KeptFiles {

    private static final Pattern OURS = Pattern.compile("file-[0-9a-f]{32}");

    /** Those that a provider of files has. */
    private static final Set<Route> NAMING = EnumSet.of(Route.CHAT_COMPLETIONS, Route.RESPONSES);

    private KeptFiles() {}

    static @Nullable Fault see(JsonNode node, JsonPath path, Route route) {
        if (node.kind() != Kind.STRING || !isName(path)) {
            return null;
        }
        if (!NAMING.contains(route)) {
            return Fault.of(
                    FaultCode.INVALID_VALUE,
                    path
                            + " points to a file that the provider keeps and that is not looked"
                            + " at here; send the file itself in the request",
                    path.toString());
        }
        return OURS.matcher(node.text()).matches() ? null : notHere(path.toString());
    }

    /** Whether the string there is a file's id. */
    static boolean isName(JsonPath path) {
        return path.depth() > 1
                && (path.name().equals("file_id")
                        || (path.index() >= 0
                                && path.at(path.depth() - 1).name().equals("file_ids")));
    }

    /** The fault of an id that is not known here, or not to this caller. */
    public static Fault notHere(String field) {
        return Fault.of(
                FaultCode.NOT_FOUND,
                "there is no such file here; upload it at POST /v1/files and name it by the id"
                        + " that comes back",
                field);
    }

    /** The files that a request names. */
    public static List<Segment.Kept> of(Arrived arrived) {
        List<Segment.Kept> named = new ArrayList<>();
        gather(arrived.segments(), named);
        return named;
    }

    private static void gather(List<Segment> segments, List<Segment.Kept> into) {
        for (Segment segment : segments) {
            if (segment instanceof Segment.Kept kept) {
                into.add(kept);
            } else if (segment instanceof Segment.Document document) {
                gather(document.parts(), into);
            }
        }
    }

    /** The same request, with what is known of its files. */
    public static Arrived told(Arrived arrived, Function<String, Segment.Known> known) {
        return arrived.with(told(arrived.segments(), known));
    }

    private static List<Segment> told(
            List<Segment> segments, Function<String, Segment.Known> known) {
        return segments.stream()
                .map(segment ->
                        switch (segment) {
                            case Segment.Kept kept -> kept.with(known.apply(kept.id()));
                            case Segment.Document document ->
                                    document.with(told(document.parts(), known));
                            case Segment.Nested _,
                                    Segment.Leaf _,
                                    Segment.Attachment _,
                                    Segment.Opaque _ ->
                                    segment;
                        })
                .toList();
    }
}
