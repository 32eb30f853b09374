package dev.avow.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A witness as C2SP's tlog-witness describes it, for one log, written from the specification and
 * with nothing of Avow's: it verifies signature and consistency by itself (RFC 9162, section
 * 2.1.4.2), on bytes.
 */
public final class LocalWitness implements AutoCloseable {

    /** What stands before a raw Ed25519 key in its X.509 form. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final String NAME = "witness.example/w1";

    private final HttpServer server;
    private final KeyPair key;
    private final String origin;
    private final byte[] logKey;
    final List<String> requests = new ArrayList<>();
    final AtomicInteger asked = new AtomicInteger();
    private long size;
    private byte[] root = new byte[0];

    /** A status to answer with whatever is asked; 0 for none. */
    volatile int broken;

    /** Whether it signs another text than it was shown. */
    volatile boolean signsAnother;

    /**
     * @param log the log's verifier key, which its operator was given
     */
    public LocalWitness(String log) {
        String[] parts = log.split("\\+", 3);
        origin = parts[0];
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        logKey = Arrays.copyOfRange(typed, 1, 33);
        try {
            key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/prefix/add-checkpoint", this::answer);
        server.start();
    }

    /** Where it is asked. */
    public URI prefix() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/");
    }

    /** What its cosignatures are checked with. */
    public String verifierKey() {
        return NAME
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typedKey());
    }

    private byte[] typedKey() {
        byte[] x509 = key.getPublic().getEncoded();
        return joined(new byte[] {4}, Arrays.copyOfRange(x509, x509.length - 32, x509.length));
    }

    private byte[] id() {
        return Arrays.copyOf(sha256(joined(bytes(NAME + "\n"), typedKey())), 4);
    }

    /** Entries of the checkpoint that it cosigned last; 0 for none. */
    synchronized long size() {
        return size;
    }

    /** Has it remember another log: as if this one were cut back, or another story. */
    synchronized void remember(long entries) {
        size = entries;
        root = new byte[32];
    }

    private void answer(HttpExchange exchange) {
        String body;
        try (exchange) {
            int _ = asked.incrementAndGet();
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = broken == 0 ? answer(body) : new Answer(broken, "");
            byte[] bytes = bytes(answer.body());
            if (answer.status() == 409) {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private record Answer(int status, String body) {}

    private synchronized Answer answer(String body) {
        requests.add(body);
        int blank = body.indexOf("\n\n");
        String[] head = body.substring(0, blank).split("\n", -1);
        String note = body.substring(blank + 2);
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(origin)) {
            return new Answer(404, "");
        }
        if (!isSigned(note, text)) {
            return new Answer(403, "");
        }
        long old = Long.parseLong(head[0].substring("old ".length()));
        long now = Long.parseLong(lines[1]);
        byte[] nowRoot = Base64.getDecoder().decode(lines[2]);
        if (old > now) {
            return new Answer(400, "");
        }
        if (old != size) {
            return new Answer(409, size + "\n");
        }
        List<byte[]> proof = new ArrayList<>();
        for (String line : Arrays.copyOfRange(head, 1, head.length)) {
            proof.add(Base64.getDecoder().decode(line));
        }
        if (!continues(old, root, now, nowRoot, proof)) {
            return new Answer(422, "");
        }
        size = now;
        root = nowRoot;
        return new Answer(200, cosignature(signsAnother ? text + "more\n" : text));
    }

    private boolean isSigned(String note, String text) {
        for (String line : note.substring(text.length() + 1).split("\n", -1)) {
            if (line.startsWith("\u2014 " + origin + " ")) {
                byte[] signature =
                        Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
                return verify(logKey, bytes(text), Arrays.copyOfRange(signature, 4, 68));
            }
        }
        return false;
    }

    /** RFC 9162, section 2.1.4.2, by the letter. */
    private static boolean continues(
            long first, byte[] firstHash, long second, byte[] secondHash, List<byte[]> proof) {
        if (first == 0) {
            return proof.isEmpty();
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstHash, secondHash);
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstHash);
        }
        if (path.isEmpty()) {
            return false;
        }
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.getFirst();
        byte[] sr = path.getFirst();
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return Arrays.equals(fr, firstHash) && Arrays.equals(sr, secondHash) && sn == 0;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(joined(new byte[] {1}, left, right));
    }

    private String cosignature(String text) {
        long time = 1_790_000_000L;
        try {
            Signature ed = Signature.getInstance("Ed25519");
            ed.initSign(key.getPrivate());
            ed.update(bytes("cosignature/v1\ntime " + time + "\n" + text));
            byte[] line = joined(id(), ByteBuffer.allocate(8).putLong(time).array(), ed.sign());
            return "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean verify(byte[] raw, byte[] text, byte[] signature) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(joined(X509, raw)));
            Signature ed = Signature.getInstance("Ed25519");
            ed.initVerify(key);
            ed.update(text);
            return ed.verify(signature);
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
