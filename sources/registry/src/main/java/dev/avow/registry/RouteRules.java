package dev.avow.registry;

import dev.avow.words.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a route must be to be kept. Every fault names its field. */
final class RouteRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,62}");
    private static final Pattern MODEL = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final int MOST_WEIGHT = 1_000_000;
    private static final int MOST_PRIORITY = 1_000;

    private final int mostTargets;

    /**
     * @param mostTargets of one route
     */
    RouteRules(int mostTargets) {
        this.mostTargets = mostTargets;
    }

    /**
     * Checks a draft. No target can lead to a route, since routes have no slash in their names and
     * no provider: circles cannot be.
     *
     * @param providers the tenant's, as they stand in the transaction that writes
     */
    void check(RouteDraft draft, List<StoredProvider> providers) {
        if (draft.name().indexOf('/') >= 0) {
            throw Fault.wrong(
                    "name",
                    "a route's name holds no slash: what has one names a provider and its model");
        }
        if (!NAME.matcher(draft.name()).matches()) {
            throw Fault.wrong(
                    "name",
                    "a name has 1 to 63 letters, digits, dots, underscores, colons or hyphens, and"
                            + " begins with a letter or digit");
        }
        if (draft.targets().isEmpty() || draft.targets().size() > mostTargets) {
            throw Fault.wrong(
                    "targets",
                    "a route has 1 to "
                            + mostTargets
                            + " targets (AVOW_ROUTING_MAX_TARGETS), each with provider and model");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.targets().size(); i++) {
            RouteTarget target = draft.targets().get(i);
            check(target, "targets[" + i + "]", providers);
            if (!seen.add(target.provider() + "/" + target.model())) {
                throw Fault.wrong(
                        "targets[" + i + "]",
                        "this target is there twice; give one of them the weight of both");
            }
        }
    }

    private static void check(RouteTarget target, String where, List<StoredProvider> providers) {
        if (!MODEL.matcher(target.model()).matches()) {
            throw Fault.wrong(
                    where + ".model",
                    "a model has 1 to 200 visible ASCII characters, as its provider names it");
        }
        if (target.provider().equals(BuiltIn.NAME)) {
            if (!BuiltIn.MODEL.equals(BuiltIn.NAME + "/" + target.model())) {
                throw Fault.wrong(where + ".model", "what is built in has the model mirror alone");
            }
        } else if (providers.stream().noneMatch(each -> each.name().equals(target.provider()))) {
            throw Fault.wrong(
                    where + ".provider",
                    "there is no provider of this name; add it first, or name one of GET"
                            + " /api/v1/provider-keys");
        }
        if (target.weight() < 1 || target.weight() > MOST_WEIGHT) {
            throw Fault.wrong(where + ".weight", "a weight is 1 to " + MOST_WEIGHT);
        }
        if (target.priority() < 1 || target.priority() > MOST_PRIORITY) {
            throw Fault.wrong(
                    where + ".priority", "a priority is 1 to " + MOST_PRIORITY + ", 1 going first");
        }
    }
}
