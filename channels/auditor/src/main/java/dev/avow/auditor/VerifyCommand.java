package dev.avow.auditor;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.CosignerKey;
import dev.avow.merkle.VerifierKey;
import dev.avow.prove.AuditCheck;
import dev.avow.prove.ProofCheck;
import dev.avow.prove.Witnessed;
import dev.avow.settings.Terminal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Checks an audit log with nothing but an export of it and a public key: every entry is as it was
 * logged, in its place, and none is missing (promise T1).
 */
@Command(
        name = "verify",
        description = {
            "Checks an audit log: an export (GET /api/v1/audit-logs/export), or that of a running"
                + " installation; a proof, of an entry or of growth; or a folder of tiles (./avow"
                + " tiles).",
            "Ends with 0 only where everything proves."
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Enough for several processors; some two megabytes. */
    private static final int AT_ONCE = 2_000;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE|FOLDER|URL",
            description =
                    "The export, the tiles, or an installation's address such as"
                            + " https://avow.example.")
    private String place = "";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The log's verifier key, kept from before. Default: the one that the export"
                            + " names.")
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "An earlier checkpoint, which the log must continue.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--witness-key",
            paramLabel = "KEY",
            description =
                    "A witness's verifier key: it must have cosigned a checkpoint of the log, in"
                        + " the export, in the tiles, or the one of --checkpoint. May be repeated.")
    private List<String> witnessKeys = List.of();

    @Option(
            names = "--api-key-env",
            paramLabel = "VAR",
            description =
                    "The variable that holds an API key of the scope admin, for a URL. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "AVOW_KEY")
    private String apiKeyEnv = "";

    public VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!isUrl() && Files.isDirectory(Path.of(place))) {
            try {
                tiles(new TileFolder(Path.of(place)));
                return 0;
            } catch (AuditCheck.Failed failed) {
                throw wrong("it does not prove: " + failed.getMessage());
            }
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            String head = lines.readLine();
            if (head != null && ProofCheck.isProof(head)) {
                print(proof(head, lines));
            } else {
                print(check(head, lines));
            }
            return 0;
        } catch (AuditCheck.Failed failed) {
            throw wrong("it does not prove: " + failed.getMessage());
        }
    }

    private boolean isUrl() {
        return place.startsWith("http://") || place.startsWith("https://");
    }

    private void tiles(TileFolder folder) throws AuditCheck.Failed {
        VerifierKey pinned = pinned();
        VerifierKey signer =
                pinned != null
                        ? pinned
                        : folder.key().orElseThrow(() -> wrong("there are no tiles; see --key"));
        String earlier = earlier();
        TileFolder.print(
                terminal.out(),
                folder.prove(
                        TileFolder.signed(folder.checkpoint(), signer),
                        earlier == null ? null : TileFolder.signed(earlier, signer)));
        List<String> notes = new ArrayList<>();
        for (String note : new @Nullable String[] {folder.checkpoint(), earlier}) {
            if (note != null) {
                notes.add(note);
            }
        }
        printWitnessed(Witnessed.by(witnesses(), notes, signer));
        printKey(signer);
    }

    private ProofCheck.Proven proof(String head, BufferedReader lines)
            throws IOException, AuditCheck.Failed {
        if (lines.readLine() != null) {
            throw wrong("there is more behind the proof; give the answer as it came");
        }
        ProofCheck.Proven proven = ProofCheck.check(head, pinned(), earlier());
        // What a proof is of is too new for a witness: what the log continues was cosigned.
        String before = proven.continued() == null ? null : earlier();
        printWitnessed(
                Witnessed.by(
                        witnesses(), before == null ? List.of() : List.of(before), proven.key()));
        return proven;
    }

    private void print(ProofCheck.Proven proven) {
        Checkpoint earlier = proven.continued();
        terminal.out()
                .println(
                        earlier == null
                                ? "proven: entry "
                                        + proven.index()
                                        + " is in "
                                        + proven.checkpoint().origin()
                                        + " of "
                                        + proven.checkpoint().size()
                                        + " entries"
                                        + (proven.opened() ? ", with its sealed values" : "")
                                : "proven: "
                                        + proven.checkpoint().origin()
                                        + " of "
                                        + proven.checkpoint().size()
                                        + " entries continues the checkpoint of "
                                        + earlier.size());
        terminal.out().println("root " + proven.checkpoint().root().base64());
        printKey(proven.key());
    }

    private AuditCheck.Proven check(@Nullable String head, BufferedReader lines)
            throws IOException, AuditCheck.Failed {
        AuditCheck check =
                AuditCheck.begin(head == null ? "" : head, pinned(), earlier(), witnesses());
        List<String> some = new ArrayList<>(AT_ONCE);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            some.add(line);
            if (some.size() == AT_ONCE) {
                check.lines(some);
                some.clear();
            }
        }
        check.lines(some);
        return check.end();
    }

    private void print(AuditCheck.Proven proven) {
        terminal.out()
                .println(
                        "proven: "
                                + proven.checkpoint().size()
                                + " entries of "
                                + proven.checkpoint().origin()
                                + ", the sealed values of "
                                + proven.opened()
                                + " of them too");
        AuditCheck.Closed closed = proven.closed();
        if (closed != null) {
            terminal.out()
                    .println(
                            "closed: "
                                    + closed.entries()
                                    + " of these entries, in "
                                    + closed.spans()
                                    + " spans, are gone since their time was over; logged from "
                                    + closed.oldest()
                                    + " to "
                                    + closed.youngest()
                                    + ", last closed at "
                                    + closed.lastClosed());
        }
        terminal.out().println("root " + proven.checkpoint().root().base64());
        if (proven.continued() != null) {
            terminal.out()
                    .println(
                            "continues the checkpoint of "
                                    + proven.continued().size()
                                    + " entries");
        }
        printWitnessed(proven.witnessed());
        printKey(proven.key());
    }

    private void printWitnessed(List<Witnessed> witnessed) {
        for (Witnessed each : witnessed) {
            terminal.out()
                    .println(
                            "witnessed: the first "
                                    + each.size()
                                    + " entries, by "
                                    + each.name()
                                    + " at "
                                    + each.at());
        }
    }

    private void printKey(VerifierKey signer) {
        terminal.out()
                .println(
                        key == null
                                ? "signed by "
                                        + signer.text()
                                        + " (its own word; keep this"
                                        + " key and give it with --key)"
                                : "signed by the key that was given");
    }

    private List<CosignerKey> witnesses() {
        return witnessKeys.stream()
                .map(text ->
                        CosignerKey.parse(text)
                                .orElseThrow(() ->
                                        wrong(
                                                "--witness-key is no witness's verifier key; it"
                                                        + " looks like NAME+HASH+BASE64")))
                .toList();
    }

    private @Nullable VerifierKey pinned() {
        return key == null
                ? null
                : VerifierKey.parse(key)
                        .orElseThrow(() ->
                                wrong("--key is no verifier key; it looks like NAME+HASH+BASE64"));
    }

    private @Nullable String earlier() {
        Path file = checkpoint;
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw wrong("the file that --checkpoint names cannot be read");
        }
    }

    private InputStream open() throws InterruptedException {
        try {
            return isUrl() ? fetch() : Files.newInputStream(Path.of(place));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw wrong("there is no export to be read there; name a file or an address");
        }
    }

    private InputStream fetch() throws IOException, InterruptedException {
        String apiKey = terminal.environment().get(apiKeyEnv);
        if (apiKey == null || apiKey.isBlank()) {
            throw wrong("the variable " + apiKeyEnv + " holds no API key; see --api-key-env");
        }
        String base = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/api/v1/audit-logs/export"))
                        .header("Authorization", "Bearer " + apiKey.strip())
                        .timeout(PATIENCE)
                        .build();
        @SuppressWarnings("resource") // the process ends with the answer
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<InputStream> answer =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw wrong(
                    "the installation answered with status "
                            + answer.statusCode()
                            + "; the key needs the scope admin");
        }
        return answer.body();
    }

    private static RuntimeException wrong(String message) {
        return Fault.of(FaultCode.INVALID_VALUE, message).asException();
    }
}
