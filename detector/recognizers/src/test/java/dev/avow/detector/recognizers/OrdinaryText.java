package dev.avow.detector.recognizers;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * Text that is full of digits and holds no personal data: what people paste into a chat. Each line
 * is of one kind; the same seed gives the same text. Numbers are random, check digits included, so
 * that some pass a check by chance.
 */
final class OrdinaryText {

    private static final String[] WORDS =
            ("the order was sent on Monday and we call this function every time when a number is"
                 + " read please contact support about the phone app before the mobile release in"
                 + " your card or account section text reach dial le la commande est prise à"
                 + " joindre numéro pour appel du client die Rechnung wurde am Montag unter der"
                 + " Nummer erreichbar gebucht el pedido llegó con el número de la factura por"
                 + " móvil il numero della pratica è stato chiamato con la carta")
                    .split(" ", -1);

    private static final List<Function<OrdinaryText, String>> KINDS =
            List.of(
                    t -> t.prose(12),
                    t -> t.prose(9) + " " + t.n(1, 99) + " " + t.prose(4),
                    t -> "on " + t.date() + " at " + t.time() + " " + t.prose(5),
                    t -> "du " + t.d(2) + "/" + t.two(12) + "/20" + t.d(2) + " au " + t.dots(),
                    t -> t.iso() + " INFO [worker-" + t.d(2) + "] took " + t.n(1, 99999) + " ms",
                    t -> t.iso() + " ERROR " + t.ip() + ":" + t.n(1024, 65535) + " " + t.prose(3),
                    t -> "[" + t.n(1600000000, 1800000000) + "." + t.d(6) + "] pid " + t.d(5),
                    t ->
                            t.ip()
                                    + " - - ["
                                    + t.time()
                                    + "] \"GET /v1/items/"
                                    + t.d(8)
                                    + "\" 200 "
                                    + t.d(5),
                    t -> "timestamp=" + t.n(1600000000, 1800000000) + t.d(3) + " id=" + t.d(12),
                    t -> "request " + t.uuid() + " session " + t.uuid(),
                    t -> "commit " + t.hex(40) + " tree " + t.hex(40),
                    t -> "sha256:" + t.hex(64) + " md5 " + t.hex(32),
                    t ->
                            "v"
                                    + t.n(0, 30)
                                    + "."
                                    + t.n(0, 99)
                                    + "."
                                    + t.n(0, 999)
                                    + "-rc."
                                    + t.n(1, 9),
                    t -> "foo@" + t.n(0, 9) + "." + t.n(0, 99) + "." + t.n(0, 99) + " bar@^1.2.3",
                    t -> t.ip() + "/24 via " + t.ip() + " mask 255.255.255.0",
                    t -> "fe80::" + t.hex(4) + ":" + t.hex(4) + ":" + t.hex(4) + " mac " + t.mac(),
                    t -> t.n(-89, 89) + "." + t.d(6) + ", " + t.n(-179, 179) + "." + t.d(6),
                    t ->
                            t.n(10, 59)
                                    + "°"
                                    + t.d(2)
                                    + "'"
                                    + t.d(2)
                                    + "\"N "
                                    + t.n(10, 99)
                                    + "°"
                                    + t.d(2),
                    t -> "ISBN 978-" + t.d(1) + "-" + t.d(2) + "-" + t.d(6) + "-" + t.d(1),
                    t ->
                            "ISBN "
                                    + t.d(1)
                                    + "-"
                                    + t.d(3)
                                    + "-"
                                    + t.d(5)
                                    + "-"
                                    + t.d(1)
                                    + " EAN 978"
                                    + t.d(10),
                    t ->
                            "Order #"
                                    + t.d(8)
                                    + " and order number "
                                    + t.d(10)
                                    + " were "
                                    + t.prose(3),
                    t -> "Invoice INV-20" + t.d(2) + "-" + t.d(6) + " ref. " + t.d(9),
                    t -> "Rechnung Nr. " + t.d(10) + ", Bestellnummer " + t.d(3) + "-" + t.d(7),
                    t -> "commande n° " + t.d(9) + " facture " + t.d(4) + "-" + t.d(5),
                    t -> "pedido " + t.d(12) + " factura " + t.d(8) + ", ordine " + t.d(10),
                    t -> "case 0" + t.d(3) + "-" + t.d(6) + " ticket 0" + t.d(9),
                    t ->
                            "total $"
                                    + t.commas()
                                    + ".00, "
                                    + t.points()
                                    + ",50 € and "
                                    + t.blanks()
                                    + " EUR",
                    t ->
                            t.blanks()
                                    + " habitants, "
                                    + t.commas()
                                    + " people, "
                                    + t.points()
                                    + " Euro",
                    t ->
                            "revenue of "
                                    + t.n(1, 999)
                                    + "."
                                    + t.d(1)
                                    + " million, up "
                                    + t.d(2)
                                    + "."
                                    + t.d(2)
                                    + "%",
                    t ->
                            "for (int i = 0; i < "
                                    + t.n(1, 99999)
                                    + "; i++) { a[i] = 0x"
                                    + t.hex(8)
                                    + "; }",
                    t -> "private static final long X = " + t.d(18) + "L; int y = " + t.d(9) + ";",
                    t ->
                            "x = [" + t.d(3) + ", " + t.d(3) + ", " + t.d(4) + ", -" + t.d(3)
                                    + "] # " + t.d(7),
                    t ->
                            "import foo.bar"
                                    + t.d(2)
                                    + "; @Override public void at(int p) { return "
                                    + t.d(6)
                                    + "; }",
                    t -> t.csv(7, ","),
                    t -> t.csv(6, ";"),
                    t -> t.csv(8, "\t"),
                    t -> t.integers(5),
                    t -> t.integers(3),
                    t -> t.integers(9),
                    t -> t.dump(),
                    t -> t.words16(),
                    t -> t.octal(),
                    t ->
                            "-rw-r--r-- 1 root root "
                                    + t.d(7)
                                    + " Nov "
                                    + t.d(2)
                                    + " "
                                    + t.time()
                                    + " f"
                                    + t.d(4),
                    t ->
                            "{\"id\":"
                                    + t.d(9)
                                    + ",\"ts\":"
                                    + t.n(1600000000, 1800000000)
                                    + t.d(3)
                                    + ",\"v\":0."
                                    + t.d(16)
                                    + "}",
                    t ->
                            "https://host.example/item/"
                                    + t.d(10)
                                    + "?page="
                                    + t.d(3)
                                    + "&t="
                                    + t.d(13),
                    t ->
                            "tracking 1Z"
                                    + t.hex(6).toUpperCase(Locale.ROOT)
                                    + t.d(10)
                                    + " parcel "
                                    + t.d(12),
                    t ->
                            "doi:10." + t.d(4) + "/" + t.d(8) + " pp. " + t.d(3) + "-" + t.d(3)
                                    + " (20" + t.d(2) + ")",
                    t -> "Lives in " + t.d(5) + "-" + t.d(4) + " or " + t.d(5) + " " + t.prose(2),
                    t ->
                            "score " + t.d(1) + "-" + t.d(1) + ", " + t.d(2) + ":" + t.d(2)
                                    + ", set " + t.d(1) + "/" + t.d(2),
                    t ->
                            "from "
                                    + t.n(1900, 2030)
                                    + " to "
                                    + t.n(1900, 2030)
                                    + ", "
                                    + t.n(1900, 2030)
                                    + "-"
                                    + t.n(1900, 2030),
                    t ->
                            "size " + t.d(4) + "x" + t.d(4) + " px, " + t.d(2) + " x " + t.d(2)
                                    + " x " + t.d(3) + " mm",
                    t ->
                            "Call stack at 0x"
                                    + t.hex(12)
                                    + " reached line "
                                    + t.d(4)
                                    + " column "
                                    + t.d(2),
                    t -> "called " + t.d(7) + " times, reached " + t.blanks() + " users",
                    t ->
                            "Part 0" + t.d(2) + "." + t.d(3) + "." + t.d(2) + " rev " + t.d(2)
                                    + " lot " + t.d(6),
                    t -> t.b64(40) + " " + t.b64(24) + "==",
                    t ->
                            "id_" + t.d(12) + " user-" + t.d(10) + " x" + t.d(16) + " " + t.d(6)
                                    + "_" + t.d(6),
                    t ->
                            "p < 0." + t.d(3) + ", n = " + t.d(4) + ", " + t.n(0, 9) + "." + t.d(5)
                                    + "e-" + t.d(2) + " ± 0." + t.d(2));

    private final Random random;

    OrdinaryText(long seed) {
        this.random = new Random(seed);
    }

    /** One line without its end. */
    String line() {
        return KINDS.get(random.nextInt(KINDS.size())).apply(this);
    }

    private String prose(int words) {
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < words; i++) {
            prose.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return prose.toString();
    }

    private int n(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** So many random digits, a leading zero allowed. */
    private String d(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String hex(int count) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < count; i++) {
            hex.append("0123456789abcdef".charAt(random.nextInt(16)));
        }
        return hex.toString();
    }

    private String b64(int count) {
        StringBuilder text = new StringBuilder();
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < count; i++) {
            text.append(letters.charAt(random.nextInt(64)));
        }
        return text.toString();
    }

    private String two(int most) {
        return String.format(Locale.ROOT, "%02d", n(1, most));
    }

    private String time() {
        return two(23) + ":" + two(59) + ":" + two(59);
    }

    private String date() {
        return n(1990, 2030) + "-" + two(12) + "-" + two(28);
    }

    private String dots() {
        return two(28) + "." + two(12) + "." + n(1990, 2030) + " " + two(23) + "." + two(59);
    }

    private String iso() {
        return date() + (random.nextBoolean() ? "T" : " ") + time() + "." + d(3) + "Z";
    }

    private String ip() {
        return n(1, 255) + "." + n(0, 255) + "." + n(0, 255) + "." + n(0, 255);
    }

    private String mac() {
        return hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2);
    }

    private String uuid() {
        return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
    }

    private String thousands(String sign) {
        StringBuilder number = new StringBuilder().append(n(1, 999));
        for (int i = n(1, 3); i > 0; i--) {
            number.append(sign).append(d(3));
        }
        return number.toString();
    }

    private String commas() {
        return thousands(",");
    }

    private String points() {
        return thousands(".");
    }

    private String blanks() {
        return thousands(random.nextBoolean() ? " " : "\u202f");
    }

    private String csv(int columns, String sign) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            row.append(i == 0 ? "" : sign).append(n(0, 9999)).append('.').append(d(n(1, 6)));
        }
        return row.toString();
    }

    private String integers(int columns) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            row.append(i == 0 ? "" : " ").append(n(0, random.nextBoolean() ? 99 : 99999));
        }
        return row.toString();
    }

    private String dump() {
        StringBuilder row = new StringBuilder(d(8)).append(' ');
        for (int i = 0; i < 16; i++) {
            row.append(' ').append(hex(2));
        }
        return row + "  |" + prose(2) + "|";
    }

    private String words16() {
        StringBuilder row = new StringBuilder(hex(8)).append(':');
        for (int i = 0; i < 8; i++) {
            row.append(' ').append(hex(4));
        }
        return row.toString();
    }

    private String octal() {
        StringBuilder row = new StringBuilder("0" + d(6));
        for (int i = 0; i < 8; i++) {
            row.append(" 0").append(d(5));
        }
        return row.toString();
    }
}
