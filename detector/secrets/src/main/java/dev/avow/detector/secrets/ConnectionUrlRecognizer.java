package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Addresses of databases, brokers and servers that hold a password.
 *
 * <p>Specification: RFC 3986, section 3.2.1 (name and password before the host's at sign), and
 * {@code password=} among the parameters, as JDBC has it: {@code jdbc:postgresql://…?password=…},
 * {@code jdbc:sqlserver://…;password=…}, {@code jdbc:oracle:thin:name/password@…}. The whole
 * address is reported, with {@code jdbc:} before it. Without a password, or with a placeholder for
 * one, it is none. Reads at most 512 characters.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code postgres://app:Rotkehlchen7@db.example:5432/shop}.
 */
final class ConnectionUrlRecognizer extends WordSecret {

    static final FindingType TYPE = new FindingType("connection_string", 2);

    private static final int LONGEST = 512;
    private static final int LONGEST_DRIVER = 16;
    private static final String ENDS = "\"'`<>|\\";
    private static final Set<String> SCHEMES =
            Set.of(
                    "postgres",
                    "postgresql",
                    "mysql",
                    "mariadb",
                    "mongodb",
                    "redis",
                    "rediss",
                    "valkey",
                    "amqp",
                    "amqps",
                    "jdbc",
                    "sqlserver",
                    "mssql",
                    "oracle",
                    "clickhouse",
                    "cockroachdb",
                    "cassandra",
                    "couchdb",
                    "couchbase",
                    "neo4j",
                    "bolt",
                    "influxdb",
                    "snowflake",
                    "redshift",
                    "db2",
                    "nats",
                    "kafka",
                    "mqtt",
                    "mqtts",
                    "stomp",
                    "ftp",
                    "ftps",
                    "sftp",
                    "ssh",
                    "smtp",
                    "smtps",
                    "imap",
                    "imaps",
                    "ldap",
                    "ldaps",
                    "http",
                    "https",
                    "ws",
                    "wss",
                    "smb",
                    "rtsp",
                    "socks5",
                    "git",
                    "elasticsearch",
                    "firebird",
                    "vertica",
                    "trino",
                    "hive2",
                    "memcached",
                    "etcd");

    ConnectionUrlRecognizer() {
        super(TYPE, SCHEMES);
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        int p = end;
        if (Text.of(text.at(p)) == '+') {
            p = Stretch.of(Alphabet.BASE62, text, p + 1, LONGEST_DRIVER).end();
        }
        boolean oracle = word.equals("oracle");
        int body = oracle ? Values.follow(text, p, ":thin:") : -1;
        body = body < 0 ? Values.follow(text, p, "://") : body;
        if (body < 0) {
            return;
        }
        StringBuilder chars = new StringBuilder();
        int to = end(text, body, chars);
        String address = chars.toString();
        boolean web = word.startsWith("http") || word.startsWith("ws");
        if (to > 0 && (namesPassword(address, web, oracle) || hasParameter(address, web))) {
            int from = Values.precede(text, start, "jdbc:");
            sink.found(from, to, Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }

    /** Reads the address; its end without a sentence's signs, or 0 where it is too long. */
    private static int end(Text text, int start, StringBuilder chars) {
        if (text.unbroken().goesOn(ENDS, start, LONGEST, (_, c) -> isEnd(c))) {
            return 0;
        }
        int p = start;
        int end = start;
        while (chars.length() < LONGEST) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (isEnd(c)) {
                break;
            }
            // What is percent-encoded is no delimiter.
            boolean encoded = Text.size(unit) >= 3;
            chars.append(encoded ? 'x' : c);
            p += Math.max(1, Text.size(unit));
            if (encoded || ".,;:!?)]}".indexOf(c) < 0) {
                end = p;
            }
        }
        if (chars.length() < LONGEST) {
            return end;
        }
        if (p - start == LONGEST) {
            text.unbroken().add(ENDS, start, p);
        }
        return 0;
    }

    private static boolean isEnd(char c) {
        return c == ' ' || c == '\t' || Values.endsLine(c) || ENDS.indexOf(c) >= 0;
    }

    private static boolean namesPassword(String address, boolean web, boolean oracle) {
        int at = address.indexOf('@');
        int slash = at < 0 ? -1 : address.indexOf('/', at);
        int query = address.indexOf('?');
        int stop = slash < 0 ? address.length() : slash;
        at = Math.max(at, address.lastIndexOf('@', stop));
        int colon = address.indexOf(oracle ? '/' : ':');
        if (at < 0 || colon < 0 || colon > at || (query >= 0 && query < colon)) {
            return false;
        }
        String password = address.substring(colon + 1, at);
        boolean path = web && (address.lastIndexOf('/', at) >= 0 || (query >= 0 && query < at));
        return !path && password.length() >= (web ? 3 : 1) && !isStandIn(password);
    }

    private static boolean isStandIn(String password) {
        return password.length() > 3
                ? Placeholders.is(password)
                : password.equals("pw") || password.equals("xxx") || !isPlain(password);
    }

    private static boolean isPlain(String password) {
        return password.chars().allMatch(Character::isLetterOrDigit);
    }

    private static boolean hasParameter(String address, boolean web) {
        String lower = lower(address);
        int at = web ? -1 : Math.max(lower.indexOf("password="), lower.indexOf("pwd="));
        if (at < 0) {
            return false;
        }
        int from = lower.indexOf('=', at) + 1;
        int to = from;
        while (to < lower.length() && ";&".indexOf(lower.charAt(to)) < 0) {
            to++;
        }
        return to > from && !isStandIn(address.substring(from, to));
    }

    /** Char by char: places in it are places in the address, though a capital I has a dot. */
    private static String lower(String address) {
        char[] lower = address.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(lower[i]);
        }
        return new String(lower);
    }
}
