package dev.avow.settings;

import java.io.PrintStream;
import java.util.Map;

/**
 * What a command finds around it: the environment's variables, where its results go, and where its
 * complaints. Variables hold secrets, so it prints none.
 */
public record Terminal(Map<String, String> environment, PrintStream out, PrintStream err) {

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /**
     * Those that stand in the environment.
     *
     * @throws BadSetting where a variable will not do
     */
    public Settings settings() {
        return Settings.from(environment);
    }

    @Override
    public String toString() {
        return "Terminal[" + environment.size() + " variables]";
    }
}
