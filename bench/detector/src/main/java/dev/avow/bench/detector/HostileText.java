package dev.avow.bench.detector;

import java.util.List;

/**
 * A text that was made to be slow: a head, and a piece that is repeated until the text is long
 * enough. Each family of recognizers has some, of what it looks at most closely.
 *
 * @param head stands once, at the start; may be empty
 * @param piece what is repeated; not empty
 */
record HostileText(String head, String piece) {

    private static final int LONGEST_TITLE = 60;

    /** All of them. */
    static final List<HostileText> ALL =
            List.of(
                    // digits and what parts them
                    of("1"),
                    of("1 "),
                    of("12 "),
                    of("4111 "),
                    of("1."),
                    of("1-"),
                    of("(0) "),
                    of("+33 6 "),
                    of("0171 1234567 x"),
                    of("phone 06 "),
                    of("4111 1111 1111 1111, "),
                    of("2A"),
                    of("269052A "),
                    of("732 829 320 "),
                    of("1\u200b"),
                    of("\uff11"),
                    // e-mail
                    of("@"),
                    of("a@b."),
                    of("a."),
                    of("\"@"),
                    of("\" @"),
                    of("user@example.org "),
                    of("(at) dot "),
                    of(" at dot "),
                    of("a(dot)"),
                    of("["),
                    of("(("),
                    // escapes
                    of("\\"),
                    of("\\u0031"),
                    of("\\\\u0040"),
                    of("%"),
                    of("%40"),
                    of("%2540"),
                    of("%C2%A01"),
                    of("&"),
                    of("&#64;"),
                    of("&#0"),
                    // letters and digits
                    of("a1"),
                    of("a"),
                    of("DE89 "),
                    of("AB12CD "),
                    of("DE89370400440532013000 "),
                    of("12345678-1234-1234-1234-123456789012 "),
                    // secrets
                    of("pwd="),
                    of("password: \"", "a"),
                    of("key='x' "),
                    of("my password is "),
                    of("-----BEGIN PRIVATE KEY-----"),
                    of("-----BEGIN PRIVATE KEY-----\n", "QUJD"),
                    of("eyJ"),
                    of("eyJhbGciOiJIUzI1NiJ9."),
                    of("AKIA"),
                    of("ghp_"),
                    of("sk-"),
                    of("a-1_"),
                    of("http://a:"),
                    of("postgres://a:b@", "c"),
                    of("Authorization: Basic ", "QUJD"),
                    of("--password "),
                    of("the token ("),
                    of("secret             => "),
                    of("?key="),
                    of("Authorization: "),
                    of("pwd=".repeat(25) + " "),
                    of("?key=".repeat(80) + " "),
                    of(";pwd=x1"),
                    // network, money, dates, addresses
                    of(":"),
                    of("::1 "),
                    of("00:1A:"),
                    of("192.168.0.1 "),
                    of("\u20ac1 "),
                    of("1,000.00 USD "),
                    of("born 1.1.1990 "),
                    of("12 Main Street, "),
                    of("12 Main "),
                    of("rue de la "),
                    of("PO Box 1 "),
                    // terms
                    of("\u00a7 1 "),
                    of("Art. 6 "),
                    of("BVerfG 1 BvR "),
                    of("v. "),
                    of("A00.0 "),
                    // names
                    of("John "),
                    of("JOHN SMITH "),
                    of("john smith "),
                    of("Smith, J. "),
                    of("O'"),
                    of("\u738b"),
                    of("de la "),
                    of("A. "),
                    // what is not seen, and what is broken
                    of("\u200b"),
                    of("a\u00ad@\u200b"),
                    of("\ud83d\ude00"),
                    of("\ud83d"),
                    of("\u0301"),
                    of("\n"),
                    of(" "));

    private static HostileText of(String piece) {
        return new HostileText("", piece);
    }

    private static HostileText of(String head, String piece) {
        return new HostileText(head, piece);
    }

    /** The text of a length in UTF-16 code units, or a few fewer. */
    String text(int length) {
        return head + piece.repeat(Math.max(1, (length - head.length()) / piece.length()));
    }

    /** How it is called in a table. */
    String title() {
        StringBuilder title = new StringBuilder(head.isEmpty() ? "" : visible(head) + " … ");
        return piece.length() > LONGEST_TITLE
                ? title.append(visible(piece.substring(0, LONGEST_TITLE / 2)))
                        .append("…")
                        .toString()
                : title.append(visible(piece)).toString();
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                visible.append("⏎");
            } else if (c == ' ') {
                visible.append("␣");
            } else if (c < 0x20 || (c >= 0x80 && !Character.isLetter(c) && c != '€' && c != '§')) {
                visible.append("U+%04X".formatted((int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }
}
