package dev.avow.app;

import com.google.crypto.tink.Aead;
import dev.avow.sealing.MasterKeyFile;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import dev.avow.settings.Terminal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The master key's file, given to a key service and taken back. */
final class MasterKeyCommands {

    private MasterKeyCommands() {}

    private interface Rewriting {
        boolean of(Aead service);
    }

    private static void rewrite(Settings settings, Rewriting rewriting, String already) {
        Aead service =
                Masters.service(settings)
                        .orElseThrow(() ->
                                new BadSetting(
                                        "set AVOW_MASTER_KEY_KMS to the key service's key first"));
        try (Home _ =
                Home.hold(settings.home())
                        .orElseThrow(() ->
                                Fault.of(
                                                FaultCode.CONFLICT,
                                                "Avow runs on "
                                                        + settings.home()
                                                        + "; stop it first")
                                        .asException())) {
            if (!rewriting.of(service)) {
                throw Fault.of(FaultCode.CONFLICT, already).asException();
            }
        }
    }

    /** The file is wrapped from now on. */
    @Command(
            name = "wrap",
            description =
                    "Wraps the master key's file under the key of AVOW_MASTER_KEY_KMS, for the"
                            + " stopped installation. Copies of the file from before still lie in"
                            + " the clear.",
            mixinStandardHelpOptions = true)
    static final class Wrap implements Callable<Integer> {

        private final Terminal terminal;

        Wrap(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Settings settings = terminal.settings();
            rewrite(
                    settings,
                    service -> MasterKeyFile.wrap(settings.masterKeyFile(), service),
                    "the master key's file is wrapped already");
            return 0;
        }
    }

    /** The file lies in the clear from now on. */
    @Command(
            name = "unwrap",
            description =
                    "Puts the master key's file back into the clear, for another key service or"
                            + " none; for the stopped installation.",
            mixinStandardHelpOptions = true)
    static final class Unwrap implements Callable<Integer> {

        private final Terminal terminal;

        Unwrap(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Settings settings = terminal.settings();
            rewrite(
                    settings,
                    service -> MasterKeyFile.unwrap(settings.masterKeyFile(), service),
                    "the master key's file lies in the clear already");
            return 0;
        }
    }
}
