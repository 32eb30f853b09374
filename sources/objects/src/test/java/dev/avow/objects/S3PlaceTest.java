package dev.avow.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.backup.BackupPlace;
import dev.avow.backup.BackupPlaceContract;
import dev.avow.backup.PlaceUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R4 */
class S3PlaceTest extends BackupPlaceContract {

    private static final String BACKUP = "avow-20260131T020000Z-0123456789ab";
    private static final String PART = BACKUP + "/interactions.part";

    /** The least that a store takes. */
    private static final int PIECE = 5 << 20;

    private static S3Server server;
    private S3Store store;
    private S3Bucket bucket;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        store = server.store();
        bucket = new S3Bucket(store.client(), S3Server.LOCATION);
    }

    @AfterEach
    void empty() {
        store.close();
        server.empty();
    }

    @Override
    protected BackupPlace place() {
        return store.place();
    }

    @Test
    void write_longPart_goesInPiecesAndIsOneObject() throws IOException {
        byte[] content = random(2 * PIECE + 100_000);
        try (OutputStream out = new S3Upload(bucket, PART, PIECE)) {
            for (int from = 0; from < content.length; from += 300_000) {
                out.write(content, from, Math.min(300_000, content.length - from));
            }
            assertThat(bucket.begun("")).hasSize(1);
            assertThat(bucket.names("")).isEmpty();
        }

        assertThat(bucket.begun("")).isEmpty();
        try (InputStream in = S3Download.begin(bucket, PART, 1_000_000)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void read_partThatEndsWithAPiece_endsThere() throws IOException {
        byte[] content = random(3_000);
        bucket.put(PART, content, content.length);

        try (InputStream in = S3Download.begin(bucket, PART, 1_000)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    /** Whoever writes is killed: no manifest, no part, and the sweep finds what is left. */
    @Test
    void write_killedUnderWay_countsForNothingAndIsSweptAway() throws IOException {
        BackupPlace place = place();
        place.write(BACKUP, "users.part").close();
        @SuppressWarnings("resource") // as a sudden death leaves it
        OutputStream dying = new S3Upload(bucket, PART, PIECE);
        dying.write(random(PIECE + 1));

        assertThat(place.names()).containsExactly(BACKUP);
        assertThat(place.has(BACKUP, BackupPlace.MANIFEST)).isFalse();
        assertThat(place.has(BACKUP, "interactions.part")).isFalse();

        place.remove(BACKUP);
        assertThat(place.names()).isEmpty();
        assertThat(bucket.begun("")).isEmpty();
    }

    @Test
    void names_backupOfWhichOnlyPiecesAreThere_isNamed() throws IOException {
        String _ = bucket.begin(PART);

        assertThat(place().names()).containsExactly(BACKUP);
    }

    @Test
    void remove_interruptedThread_removesAndStaysInterrupted() throws IOException {
        BackupPlace place = place();
        place.write(BACKUP, "users.part").close();
        Thread.currentThread().interrupt();

        place.remove(BACKUP);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(place.names()).isEmpty();
    }

    @Test
    void write_storeThatFailsMidway_isNotCompletedByClosing() throws IOException {
        S3Server dying = S3Server.start();
        try (S3Store other = dying.store()) {
            S3Upload out =
                    new S3Upload(new S3Bucket(other.client(), S3Server.LOCATION), PART, PIECE);
            out.write(random(PIECE + 1));
            dying.close();

            assertThatThrownBy(() -> out.write(random(PIECE))).isInstanceOf(PlaceUnusable.class);
            assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
            out.close();
        }
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
