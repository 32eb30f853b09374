package dev.avow.accounts;

import dev.avow.words.Fault;
import java.util.HashSet;
import java.util.List;

/** The groups that policies may name a person by (promise B7). */
final class Groups {

    private static final int MOST = 50;
    private static final int LONGEST = 100;

    private Groups() {}

    /**
     * Groups as they were given, each once.
     *
     * @throws dev.avow.words.FaultException {@code invalid_value} where there are too many, or one
     *     is empty, too long, holds control characters or stands twice
     */
    static List<String> checked(List<String> given) {
        if (given.size() > MOST) {
            throw Fault.wrong("groups", "a person is in at most " + MOST + " groups");
        }
        for (int i = 0; i < given.size(); i++) {
            String group = given.get(i);
            if (group.isBlank()
                    || group.length() > LONGEST
                    || group.codePoints().anyMatch(Character::isISOControl)) {
                throw Fault.wrong(
                        "groups[" + i + "]",
                        "a group's name has 1 to " + LONGEST + " characters, all of them visible");
            }
        }
        if (new HashSet<>(given).size() < given.size()) {
            throw Fault.wrong("groups", "each group stands once");
        }
        return List.copyOf(given);
    }
}
