package dev.avow.app;

import static java.util.Map.entry;

import dev.avow.auditor.TilesCommand;
import dev.avow.auditor.VerifyCommand;
import dev.avow.backup.Damaged;
import dev.avow.files.ScanCommand;
import dev.avow.postgres.PostgresUnavailable;
import dev.avow.prove.BrokenLog;
import dev.avow.sealing.SealingException;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Terminal;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.words.FaultException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Every mistake is one clear line on standard error and a status that is not 0.
 */
@Command(
        name = "avow",
        description = "A self-hosted AI conversation platform whose privacy policy is executable.",
        mixinStandardHelpOptions = true,
        version = "avow 0.1.0",
        subcommands = {
            StartCommand.class,
            KeyCommand.class,
            ProviderCommand.class,
            ScanCommand.class,
            VerifyCommand.class,
            TilesCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MailCommand.class
        })
public final class Main {

    /** Makes the commands: what they work with is furnished here. */
    private record Commands(Terminal terminal) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> kind) throws Exception {
            Supplier<?> made = furnished().get(kind);
            return made == null ? CommandLine.defaultFactory().create(kind) : kind.cast(made.get());
        }

        private Map<Class<?>, Supplier<?>> furnished() {
            return Map.ofEntries(
                    entry(StartCommand.class, () -> new StartCommand(terminal)),
                    entry(KeyCommand.Create.class, () -> new KeyCommand.Create(terminal)),
                    entry(KeyCommand.Rotate.class, () -> new KeyCommand.Rotate(terminal)),
                    entry(
                            MasterRotationCommands.Rotate.class,
                            () -> new MasterRotationCommands.Rotate(terminal)),
                    entry(
                            MasterRotationCommands.Show.class,
                            () -> new MasterRotationCommands.Show(terminal)),
                    entry(MasterKeyCommands.Wrap.class, () -> new MasterKeyCommands.Wrap(terminal)),
                    entry(
                            MasterKeyCommands.Unwrap.class,
                            () -> new MasterKeyCommands.Unwrap(terminal)),
                    entry(ProviderCommand.Add.class, () -> new ProviderCommand.Add(terminal)),
                    entry(ScanCommand.class, () -> new ScanCommand(InstalledDetectors.forFiles())),
                    entry(VerifyCommand.class, () -> new VerifyCommand(terminal)),
                    entry(TilesCommand.class, () -> new TilesCommand(terminal)),
                    entry(BackupCommand.class, () -> new BackupCommand(terminal)),
                    entry(RestoreCommand.class, () -> new RestoreCommand(terminal)),
                    entry(MailCommand.Test.class, () -> new MailCommand.Test(terminal)));
        }
    }

    private Main() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        System.exit(run(args, new Terminal(System.getenv(), System.out, System.err)));
    }

    /** Runs a command and returns its status. */
    static int run(String[] args, Terminal terminal) {
        CommandLine line =
                new CommandLine(new Main(), new Commands(terminal))
                        .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
                        .setUsageHelpLongOptionsMaxWidth(32)
                        .setExecutionExceptionHandler((failure, _, _) -> {
                            terminal.err().println("avow: " + plain(failure));
                            return 1;
                        });
        line.setExecutionStrategy(Main::execute);
        line.setParameterExceptionHandler((wrong, _) -> {
            String usage = wrong.getCommandLine().getCommandSpec().qualifiedName();
            terminal.err().println("avow: " + plain(wrong) + "; see ./" + usage + " --help");
            return 2;
        });
        return line.execute(args);
    }

    /** Help for a command that is not there would be somebody else's. */
    private static int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        if (!last.unmatched().isEmpty() && !command.getSubcommands().isEmpty()) {
            throw new UnmatchedArgumentException(command, last.unmatched());
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** What is too much may be a secret that somebody thought would be taken there. */
    private static String plain(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException tooMuch)) {
            return String.valueOf(wrong.getMessage());
        }
        String first = tooMuch.getUnmatched().getFirst();
        if (first.startsWith("--")) {
            return "there is no option " + first.split("=", 2)[0];
        }
        if (first.startsWith("-")) {
            return "there is no option " + first.substring(0, Math.min(2, first.length()));
        }
        return wrong.getCommandLine().getSubcommands().isEmpty()
                ? "there is an argument too many"
                : "there is no command " + first;
    }

    /** What may be told of a failure: our own messages hold no content, anybody else's might. */
    static String plain(Throwable failure) {
        return switch (failure) {
            case FaultException fault -> fault.fault().message();
            case BadSetting setting -> String.valueOf(setting.getMessage());
            case SealingException sealing -> String.valueOf(sealing.getMessage());
            case PostgresUnavailable postgres -> String.valueOf(postgres.getMessage());
            case DatabaseUnavailable database -> String.valueOf(database.getMessage());
            case Damaged damaged -> String.valueOf(damaged.getMessage());
            case BrokenLog broken -> String.valueOf(broken.getMessage());
            case PortTaken taken -> String.valueOf(taken.getMessage());
            default ->
                    "something went wrong here ("
                            + failure.getClass().getName()
                            + " at "
                            + (failure.getStackTrace().length == 0
                                    ? "?"
                                    : failure.getStackTrace()[0])
                            + ")";
        };
    }
}
