package dev.avow.record;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what the recorder committed to those who watch. */
public final class InteractionDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(InteractionDrafts.class);

    private InteractionDrafts() {}

    /** A listener for {@link Recorder#open} that tells the feed. */
    public static Consumer<List<Use.Draft>> to(InteractionFeed feed) {
        return drafts -> {
            for (Use.Draft draft : drafts) {
                tell(feed, draft);
            }
        };
    }

    /** Whatever befalls those who watch, the writer must go on writing. */
    private static void tell(InteractionFeed feed, Use.Draft draft) {
        try {
            if (feed.isWatched(draft.use().opening().tenant())) {
                feed.committed(shown(draft));
            }
        } catch (RuntimeException broken) {
            LOG.warn("a watcher could not be told: {}", broken.getClass().getName());
        }
    }

    private static Interaction shown(Use.Draft draft) {
        Opening opening = draft.use().opening();
        Ending ending = draft.ending();
        Platform answered = ending == null ? null : ending.answered();
        return new Interaction(
                opening.id(),
                opening.tenant().value(),
                opening.userId(),
                opening.apiKeyId(),
                opening.channel(),
                answered == null ? opening.platformId() : answered.id(),
                answered == null ? opening.model() : answered.model(),
                opening.promptHash(),
                ending == null ? null : ending.responseHash(),
                opening.contentLength(),
                InteractionJson.read(classifications(opening, ending)),
                opening.policyApplied(),
                opening.policyAction(),
                opening.riskScore(),
                opening.at(),
                answered == null ? opening.hostname() : answered.hostname(),
                opening.clientVersion(),
                opening.browser(),
                ending == null ? null : ending.tokensIn(),
                ending == null ? null : ending.tokensOut(),
                (ending == null ? opening.reserved() : ending.charge()).cost(),
                ending == null ? null : Integer.valueOf(ending.durationMillis()),
                ending == null ? "started" : ending.status().id(),
                opening.aside());
    }

    private static String classifications(Opening opening, @Nullable Ending ending) {
        String answered = ending == null ? null : ending.classificationsJson();
        return answered != null ? answered : opening.classificationsJson();
    }
}
