package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * LiteLLM's proxy with one worker, as its page on production says: relaying only, or with its
 * guardrail that asks a Presidio which runs beside it, and puts the originals back.
 */
final class LiteLlm implements Gateway {
    private static final Duration START = Duration.ofMinutes(3);

    private static final String CONFIG =
            """
            model_list:
              - model_name: gpt-bench
                litellm_params: {model: openai/gpt-bench, api_base: "UPSTREAM", api_key: sk-bench}
            litellm_settings: {telemetry: false, set_verbose: false}
            general_settings: {disable_spend_logs: true, dangerously_permit_weak_or_unset_master_key: true}
            """;
    private static final String GUARDRAIL =
            """
            guardrails:
              - guardrail_name: presidio
                litellm_params:
                  guardrail: presidio
                  mode: pre_call
                  default_on: true
                  output_parse_pii: true
                  presidio_analyzer_api_base: "PRESIDIO"
                  presidio_anonymizer_api_base: "PRESIDIO"
                  pii_entities_config: {EMAIL_ADDRESS: MASK, PHONE_NUMBER: MASK}
            """;

    private final Path root;
    private final boolean masking;

    /**
     * @param root the repository
     * @param masking whether with Presidio
     */
    LiteLlm(Path root, boolean masking) {
        this.root = root;
        this.masking = masking;
    }

    @Override
    public String name() {
        return masking ? "litellm-presidio" : "litellm";
    }

    @Override
    public Started start(String upstream, Path home) throws IOException {
        Path bin = root.resolve("bench/.peers/litellm/bin/litellm");
        if (!Files.isExecutable(bin)) {
            return new Started.NotRun(name(), "not installed: run bench/load/peers");
        }
        List<Child> children = new ArrayList<>();
        String config = CONFIG.replace("UPSTREAM", upstream);
        if (masking) {
            int port = Child.freePort();
            Child presidio = presidio(home, port);
            children.add(presidio);
            if (!presidio.await(() -> Child.listens(port), START)) {
                return notRun(children, presidio);
            }
            config += GUARDRAIL.replace("PRESIDIO", "http://127.0.0.1:" + port);
        }
        Path file = Files.writeString(home.resolve("config.yaml"), config);
        int port = Child.freePort();
        List<String> command =
                List.of(
                        bin.toString(),
                        "--config",
                        file.toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--num_workers",
                        "1");
        Map<String, String> env =
                Map.of(
                        "LITELLM_MODE", "PRODUCTION",
                        "LITELLM_LOG", "ERROR",
                        "LITELLM_LOCAL_MODEL_COST_MAP", "True");
        Child server = Child.start(command, env, home, home.resolve("log"));
        children.add(server);
        if (!server.await(() -> Child.listens(port), START)) {
            return notRun(children, server);
        }
        Target target = new Target(port, "/v1/chat/completions", Map.of(), "gpt-bench");
        return new Started.Running(name(), target, children, home);
    }

    /** Its analyzer and anonymizer in one process of one worker. */
    private Child presidio(Path home, int port) throws IOException {
        List<String> command =
                List.of(
                        root.resolve("bench/.peers/presidio/bin/gunicorn").toString(),
                        "--workers",
                        "1",
                        "--bind",
                        "127.0.0.1:" + port,
                        "--chdir",
                        root.resolve("bench/load/presidio").toString(),
                        "server:app");
        return Child.start(command, Map.of(), home, home.resolve("presidio.log"));
    }

    private Started notRun(List<Child> children, Child failed) {
        String why = failed.lastWords();
        children.forEach(Child::close);
        return new Started.NotRun(name(), "did not start: " + why);
    }
}
