package dev.avow.bench.detector;

import java.util.Random;

/** Texts of the kinds that a detector meets; made from a seed, the same in every run. */
enum TextKind {
    CHAT("chat, a value in every 2 KB") {
        @Override
        String line(Random random, int number) {
            return number % 25 == 0
                    ? "You can reach me at user"
                            + number
                            + "@example.org or on +33 6 12 34 56 78.\n"
                    : sentence(random);
        }
    },
    DENSE("chat, values everywhere") {
        @Override
        String line(Random random, int number) {
            return "Call +33 6 12 34 56 %02d, mail user%d@example.org, card 4111 1111 1111 1111, iban DE89 3704 0044 0532 0130 00.\n"
                    .formatted(number % 100, number);
        }
    },
    LOG("a server's log") {
        @Override
        String line(Random random, int number) {
            return "2026-11-21T14:%02d:%02d.%03dZ INFO  [worker-%d] request id=%016x took %d ms, status 200, bytes %d\n"
                    .formatted(
                            number % 60,
                            random.nextInt(60),
                            random.nextInt(1000),
                            random.nextInt(16),
                            random.nextLong(),
                            random.nextInt(900),
                            random.nextInt(90_000));
        }
    },
    CODE("source code") {
        @Override
        String line(Random random, int number) {
            return "    for (int i%d = 0; i%d < values.length; i%d++) { total += values[i%d] * 0x%x; } // sum\n"
                    .formatted(number, number, number, number, random.nextInt(65_536));
        }
    },
    JSON("JSON") {
        @Override
        String line(Random random, int number) {
            return "{\"id\":%d,\"title\":\"%s\",\"price\":%d.%02d,\"tags\":[\"new\",\"blue\"]},\n"
                    .formatted(
                            number,
                            sentence(random).strip(),
                            random.nextInt(500),
                            random.nextInt(100));
        }
    };

    private static final String[] WORDS =
            ("the a of to and in that is was for it with as his on be at by this had not are but"
                 + " from or have an they which one you were all her she there would their we him"
                 + " been has when who will more no if out so said what up its about into than them"
                 + " can only other new some could time these two may then do first any my now such"
                 + " like our over man me even most made after also did many before must through")
                    .split(" ", -1);

    /** Of every text, in characters, all of them ASCII. */
    static final int LENGTH = 200_000;

    private final String title;

    TextKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract String line(Random random, int number);

    String text() {
        Random random = new Random(20_261_121);
        StringBuilder text = new StringBuilder(LENGTH + 200);
        for (int number = 0; text.length() < LENGTH; number++) {
            text.append(line(random, number));
        }
        return text.substring(0, LENGTH);
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder(100);
        for (int word = 0; word < 14; word++) {
            sentence.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
        return sentence.append(".\n").toString();
    }
}
