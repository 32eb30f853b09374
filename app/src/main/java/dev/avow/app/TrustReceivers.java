package dev.avow.app;

import dev.avow.mail.Outbox;
import dev.avow.record.EgressHost;
import dev.avow.record.EgressLog;
import dev.avow.settings.Settings;
import dev.avow.trust.Control;
import dev.avow.trust.Proof;
import dev.avow.trust.Sentence;
import dev.avow.trust.Sentence.Phrase;
import dev.avow.trust.Sentence.State;
import dev.avow.wire.Speech;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the public page says of who received text (promise T3). A host of the operator's choice may
 * tell of their customers and their network, so it is counted, and named only where a setting says
 * so; one on this machine or its network never is.
 */
final class TrustReceivers {

    private static final Control CONTROL =
            Control.of(
                    EgressLog.class, "T3", "docs/record-of-processing.md", "AVOW_TRUST_RECEIVERS");

    /** Names without a zone, of zones that are nobody's outside, and private addresses. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "[^.]+|.*\\.(local|localhost|internal|intranet|lan|home|corp|private|test"
                            + "|home\\.arpa)|(127|10)(\\.[0-9]+){3}|192\\.168(\\.[0-9]+){2}"
                            + "|172\\.(1[6-9]|2[0-9]|3[01])(\\.[0-9]+){2}|169\\.254(\\.[0-9]+){2}"
                            + "|\\[?(::1|f[cd][0-9a-f:]*|fe80:.*)]?",
                    Pattern.CASE_INSENSITIVE);

    private final Settings settings;
    private final EgressLog egress;
    private final Outbox outbox;

    /** Those that every installation with such a provider would name. */
    private final Set<String> known;

    TrustReceivers(Settings settings, EgressLog egress, Outbox outbox) {
        this.settings = settings;
        this.egress = egress;
        this.outbox = outbox;
        this.known =
                Services.speeches(settings).stream()
                        .map(Speech::base)
                        .flatMap(base -> Optional.ofNullable(URI.create(base).getHost()).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    List<Sentence> receivers() {
        List<EgressHost> hosts = egress.all(TenantId.DEFAULT);
        boolean all = settings.trust().receivers().equals("all");
        List<Sentence> sentences = new ArrayList<>();
        List<EgressHost> unnamed = new ArrayList<>();
        long inside = 0;
        for (EgressHost each : hosts) {
            if (INSIDE.matcher(each.host()).matches()) {
                inside++;
            } else if (all || known.contains(each.host())) {
                sentences.add(named(each, all));
            } else {
                unnamed.add(each);
            }
        }
        if (!unnamed.isEmpty()) {
            sentences.add(counted(unnamed));
        }
        if (inside > 0) {
            sentences.add(
                    new Sentence("receivers.inside", State.FACT, CONTROL).with("count", inside));
        }
        if (hosts.isEmpty()) {
            sentences.add(new Sentence("receivers.none", State.FACT, CONTROL));
        }
        outbox.sent(TenantId.DEFAULT)
                .map(sent ->
                        new Sentence("receivers.mail", State.FACT, CONTROL)
                                .proved(received(sent.last())))
                .ifPresent(sentences::add);
        return sentences;
    }

    private static Sentence named(EgressHost host, boolean inFull) {
        String region = host.region();
        String agreement = host.agreement();
        Phrase under;
        if (agreement == null) {
            under = new Phrase("receivers.no_agreement");
        } else if (inFull) {
            under = new Phrase("receivers.agreement_text", Map.of("agreement", agreement));
        } else {
            under = new Phrase("receivers.agreement");
        }
        return new Sentence("receivers.host", State.FACT, CONTROL)
                .with("host", host.host())
                .with(
                        "region",
                        new Phrase(region == null ? "receivers.unsaid" : "region." + region))
                .with("agreement", under)
                .with("purpose", new Phrase("purpose." + host.purpose()))
                .proved(received(host.lastSeen()));
    }

    private Sentence counted(List<EgressHost> hosts) {
        return new Sentence("receivers.others", State.FACT, CONTROL)
                .with("count", hosts.size())
                .with("outside", hosts.stream().filter(this::isOutside).count())
                .with("unsaid", hosts.stream().filter(each -> each.region() == null).count())
                .with("agreements", hosts.stream().filter(each -> each.agreement() != null).count())
                .proved(
                        received(
                                hosts.stream()
                                        .map(EgressHost::lastSeen)
                                        .max(Instant::compareTo)
                                        .orElseThrow()));
    }

    private boolean isOutside(EgressHost host) {
        String region = host.region();
        return region != null
                && !region.equals(settings.region())
                && !region.equals(Region.LOCAL.name());
    }

    /** To the day: when people work is nobody's business. */
    private static Proof received(Instant at) {
        return Proof.run("received", Optional.of(at.truncatedTo(ChronoUnit.DAYS)));
    }
}
