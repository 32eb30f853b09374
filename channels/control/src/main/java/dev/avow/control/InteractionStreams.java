package dev.avow.control;

import dev.avow.record.Interaction;
import dev.avow.record.InteractionFeed;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Sends interactions to those who watch, as server-sent events (HTML Living Standard, section 9.2),
 * as this node commits them.
 *
 * <p>Who reads too slowly is cut off, so that nobody's memory grows; a browser then connects anew.
 * Every stream ends after ten minutes, so that a credential that was revoked is asked for again.
 * Safe for any thread; {@link #committed} does not wait.
 */
public final class InteractionStreams implements InteractionFeed {

    private static final int MOST_WATCHERS = 100;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final ConcurrentMap<TenantId, Set<Watcher>> watchers = new ConcurrentHashMap<>();

    /**
     * @param heartbeat between comments that keep proxies from ending a quiet stream
     */
    public InteractionStreams(Vertx vertx, Duration heartbeat) {
        this.vertx = vertx;
        vertx.setPeriodic(heartbeat.toMillis(), _ -> beat());
    }

    /**
     * The stream for one watcher of a tenant.
     *
     * @throws dev.avow.words.FaultException OVERLOADED where too many watch
     */
    EventStream watch(TenantId tenant) {
        if (of(tenant).size() >= MOST_WATCHERS) {
            throw Fault.of(FaultCode.OVERLOADED, "too many watch already; try again later")
                    .asException();
        }
        return response -> {
            Set<Watcher> all = of(tenant);
            Watcher watcher =
                    new Watcher(vertx.getOrCreateContext(), response, System.nanoTime(), all);
            all.add(watcher);
            watcher.begin();
        };
    }

    private Set<Watcher> of(TenantId tenant) {
        return watchers.computeIfAbsent(tenant, _ -> ConcurrentHashMap.newKeySet());
    }

    private void beat() {
        Buffer comment = Buffer.buffer(": heartbeat\n\n");
        long oldest = System.nanoTime() - LONGEST.toNanos();
        for (Set<Watcher> each : watchers.values()) {
            for (Watcher watcher : each) {
                if (watcher.since() - oldest < 0) {
                    watcher.end();
                } else {
                    watcher.send(comment);
                }
            }
        }
    }

    @Override
    public boolean isWatched(TenantId tenant) {
        Set<Watcher> those = watchers.get(tenant);
        return those != null && !those.isEmpty();
    }

    @Override
    public void committed(Interaction interaction) {
        Set<Watcher> those = watchers.get(new TenantId(interaction.tenantId()));
        if (those == null || those.isEmpty()) {
            return;
        }
        Buffer event = event(interaction);
        for (Watcher watcher : those) {
            watcher.send(event);
        }
    }

    private static Buffer event(Interaction interaction) {
        ByteArrayOutputStream event = new ByteArrayOutputStream(1_024);
        event.writeBytes("event: interaction\ndata: ".getBytes(StandardCharsets.UTF_8));
        event.writeBytes(Json.write(interaction));
        event.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return Buffer.buffer(event.toByteArray());
    }
}
