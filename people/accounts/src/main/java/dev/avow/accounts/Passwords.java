package dev.avow.accounts;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords with bcrypt (Provos and Mazières, USENIX 1999).
 *
 * <p>bcrypt reads 72 bytes. A password that is longer in UTF-8 is replaced by its SHA-512 (64
 * bytes) first, so that every byte of it counts; shorter ones go in as they are.
 *
 * <p>The work takes a core for a quarter of a second at cost 12. It has a few threads of its own,
 * so that it holds up neither event loops nor virtual threads, and a short queue: what is more is
 * told to come back. Safe for any thread; blocks.
 */
public final class Passwords implements AutoCloseable {

    /** What a new password is hashed with: 2^12 rounds. */
    public static final int COST = 12;

    private static final int SHORTEST = 12;
    private static final int LONGEST = 1024;
    private static final int QUEUE = 64;
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final int cost;
    private final byte[] nobodysHash;
    private final ThreadPoolExecutor threads;

    public Passwords() {
        this(COST);
    }

    /** Of another cost, for tests: the least that there is, 4, takes a thousandth of a second. */
    public Passwords(int cost) {
        this.cost = cost;
        this.nobodysHash = nobodysHash(cost);
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(QUEUE),
                        Thread.ofPlatform().daemon().name("avow-passwords-", 0).factory());
    }

    /**
     * Checks a new password.
     *
     * @throws dev.avow.words.FaultException {@code invalid_value} where it is too short or too
     *     long, or is the address it goes with
     */
    static void checkRules(String plaintext, EmailAddress email) {
        if (plaintext.codePointCount(0, plaintext.length()) < SHORTEST
                || plaintext.length() > LONGEST
                || plaintext.equalsIgnoreCase(email.plaintext())) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "a password must have "
                                    + SHORTEST
                                    + " to "
                                    + LONGEST
                                    + " characters and must not be the e-mail address",
                            "password")
                    .asException();
        }
    }

    String hash(String plaintext) {
        return work(() ->
                new String(
                        BCrypt.with(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                                .hash(cost, bytes(plaintext)),
                        StandardCharsets.US_ASCII));
    }

    /**
     * Whether the password is the hash's. Without a hash it is not, which takes as long to say, so
     * that nobody learns from the time whether there is an account.
     */
    boolean matches(String plaintext, @Nullable String hash) {
        byte[] against = hash == null ? nobodysHash : bytes(hash);
        // What is longer than any password could be set is not worth hashing.
        String tried = plaintext.length() > LONGEST ? "" : plaintext;
        boolean verified =
                work(() ->
                        BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                                .verify(bytes(tried), against)
                                .verified);
        return verified && hash != null;
    }

    private <T> T work(Callable<T> hashing) {
        try {
            return threads.submit(hashing).get();
        } catch (RejectedExecutionException full) {
            throw Fault.of(FaultCode.OVERLOADED, "too many sign-ins at once; try again")
                    .asException();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Fault.of(FaultCode.OVERLOADED, "the server is stopping").asException();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a password could not be hashed");
        }
    }

    /** A well-formed hash of no password. */
    private static byte[] nobodysHash(int cost) {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[16];
        byte[] hash = new byte[23];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return VERSION.formatter.createHashMessage(new BCrypt.HashData(cost, VERSION, salt, hash));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
