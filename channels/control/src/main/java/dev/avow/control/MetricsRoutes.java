package dev.avow.control;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /metrics}: how this process runs, for Prometheus and who speaks its format. */
public final class MetricsRoutes implements Routes {

    /** Of Prometheus' text format. */
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final @Nullable Supplier<String> text;
    private final byte @Nullable [] token;

    /**
     * @param text what there is to read; null where nobody may
     * @param plaintextToken what a reader must send; null: only programs on this machine read
     */
    public MetricsRoutes(@Nullable Supplier<String> text, @Nullable String plaintextToken) {
        this.text = text;
        this.token = plaintextToken == null ? null : utf8(plaintextToken);
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/metrics", Access.PUBLIC, this::read);
    }

    @Override
    public String description() {
        return "metrics.json";
    }

    private ControlAnswer read(ControlRequest request) {
        if (text == null) {
            throw Fault.of(
                            FaultCode.NOT_FOUND,
                            "metrics are turned off here; see AVOW_METRICS_ENABLED")
                    .asException();
        }
        check(request);
        return ControlAnswer.ok(utf8(text.get())).with("Content-Type", FORMAT);
    }

    private void check(ControlRequest request) {
        if (token == null && !request.ownMachine()) {
            throw Fault.of(
                            FaultCode.NOT_ALLOWED,
                            "metrics are for programs on this machine; to read them from elsewhere,"
                                    + " set AVOW_METRICS_TOKEN_FILE and send what is in it as"
                                    + " Authorization: Bearer")
                    .asException();
        }
        byte[] sent = utf8(request.plaintextBearer().orElse(""));
        if (token != null && !MessageDigest.isEqual(token, sent)) {
            throw Fault.of(
                            FaultCode.NOT_SIGNED_IN,
                            "metrics need the token of AVOW_METRICS_TOKEN_FILE; send it as"
                                    + " Authorization: Bearer")
                    .asException();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
