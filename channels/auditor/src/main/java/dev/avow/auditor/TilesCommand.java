package dev.avow.auditor;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Tile;
import dev.avow.merkle.VerifierKey;
import dev.avow.settings.Terminal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies an audit log as tiles into a folder, or what is new of it, and checks all that is there
 * then against the signed checkpoint (promise T1).
 */
@Command(
        name = "tiles",
        description = {
            "Copies the audit log of a running installation as static tiles (C2SP tlog-tiles), and"
                    + " checks them.",
            "Once more fetches what is new. ./avow verify FOLDER checks them without the"
                    + " installation."
        },
        mixinStandardHelpOptions = true)
public final class TilesCommand implements Callable<Integer> {

    private static final String LOGS = "/api/v1/audit-logs";

    private final Terminal terminal;

    @Parameters(
            paramLabel = "URL",
            description = "The installation's address such as https://avow.example.")
    private String url = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the tiles go; made where it is not there.")
    private Path to = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The log's verifier key. Default: that of the folder, else the one that the"
                            + " installation names.")
    private @Nullable String key;

    @Option(
            names = "--api-key-env",
            paramLabel = "VAR",
            description =
                    "The variable that holds an API key of the scope admin. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "AVOW_KEY")
    private String apiKeyEnv = "";

    public TilesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        TileFolder folder = new TileFolder(to);
        try (RemoteInstallation installation =
                new RemoteInstallation(url, apiKeyEnv, terminal.environment())) {
            VerifierKey verifier = verifier(folder, installation);
            String note =
                    new String(installation.get(LOGS + "/tlog/checkpoint"), StandardCharsets.UTF_8);
            Checkpoint signed = TileFolder.signed(note, verifier);
            String kept = folder.checkpoint();
            fetch(installation, folder, signed.size());
            TileFolder.Proven proven =
                    folder.prove(signed, kept == null ? null : TileFolder.signed(kept, verifier));
            folder.keep(note, verifier);
            TileFolder.print(terminal.out(), proven);
            terminal.out().println("signed by " + verifier.text());
            return 0;
        } catch (IOException unreachable) {
            throw wrong("the installation cannot be reached, or the folder cannot be written");
        }
    }

    private VerifierKey verifier(TileFolder folder, RemoteInstallation installation)
            throws IOException, InterruptedException {
        String given = key;
        if (given != null) {
            return VerifierKey.parse(given)
                    .orElseThrow(() ->
                            wrong("--key is no verifier key; it looks like NAME+HASH+BASE64"));
        }
        Optional<VerifierKey> known = folder.key();
        if (known.isPresent()) {
            return known.get();
        }
        return VerifierKey.parse(
                        new JsonMapper()
                                .readTree(installation.get(LOGS + "/checkpoint"))
                                .path("verifier_key")
                                .asString(""))
                .orElseThrow(() -> wrong("the installation names no verifier key"));
    }

    private static void fetch(RemoteInstallation installation, TileFolder folder, long size)
            throws IOException, InterruptedException {
        List<Tile> wanted = new ArrayList<>();
        Tile.ofTree(
                size,
                tile -> {
                    if (!folder.has(tile)) {
                        wanted.add(tile);
                    }
                });
        for (Tile tile : wanted) {
            Optional<byte[]> bytes = installation.find(LOGS + "/tlog/" + tile.path());
            if (bytes.isPresent()) {
                folder.write(tile, bytes.get());
            }
        }
    }

    private static RuntimeException wrong(String message) {
        return Fault.of(FaultCode.INVALID_VALUE, message).asException();
    }
}
