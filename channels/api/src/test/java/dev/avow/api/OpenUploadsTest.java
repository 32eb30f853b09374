package dev.avow.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B1: what comes in parts is here in memory until it is whole, and no longer than an hour. */
final class OpenUploadsTest {

    private static final KeptOwner OWNER = new KeptOwner(TenantId.DEFAULT, Ids.next());
    private static final KeptOwner OTHER = new KeptOwner(TenantId.DEFAULT, Ids.next());

    private static final FileRules RULES =
            new FileRules(
                    1,
                    1,
                    1,
                    1,
                    1,
                    Duration.ofSeconds(1),
                    8,
                    2,
                    Duration.ofHours(1),
                    Duration.ofMinutes(10));

    private Instant now = Instant.EPOCH;
    private final OpenUploads uploads = new OpenUploads(10, 3, RULES, () -> now);

    private UUID begin(int bytes) {
        return begin(OWNER, bytes);
    }

    private UUID begin(KeptOwner owner, int bytes) {
        return uploads.begin(owner, KeptFile.Purpose.USER_DATA, "a", "", bytes).id();
    }

    private static FaultCode fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(FaultException.class, call).fault().code();
    }

    @Test
    void whole_inTheOrderThatIsSaid() {
        UUID id = begin(4);
        UUID one = uploads.add(OWNER, id, "ab".getBytes(UTF_8));
        UUID other = uploads.add(OWNER, id, "cd".getBytes(UTF_8));
        assertThat(fault(() -> uploads.take(OWNER, id, List.of(one))))
                .isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(uploads.take(OWNER, id, List.of(other, one)).bytes())
                .asString(UTF_8)
                .isEqualTo("cdab");
    }

    @Test
    void upload_thatIsBeingCompleted_isLeftAlone() {
        UUID id = begin(2);
        List<UUID> parts = List.of(uploads.add(OWNER, id, new byte[2]));
        uploads.take(OWNER, id, parts);
        assertThat(fault(() -> uploads.take(OWNER, id, parts))).isEqualTo(FaultCode.CONFLICT);
        assertThat(fault(() -> uploads.cancel(OWNER, id))).isEqualTo(FaultCode.CONFLICT);
        assertThat(fault(() -> uploads.add(OWNER, id, new byte[0]))).isEqualTo(FaultCode.CONFLICT);
        now = now.plus(Duration.ofMinutes(61));
        uploads.expire();
        now = now.minus(Duration.ofMinutes(61));

        uploads.reopen(id);
        assertThat(uploads.take(OWNER, id, parts).bytes()).hasSize(2);
        uploads.end(id);
        assertThat(fault(() -> uploads.cancel(OWNER, id))).isEqualTo(FaultCode.NOT_FOUND);
    }

    @Test
    void upload_afterAnHour_isGone() {
        UUID id = begin(4);
        for (int minutes = 0; minutes < 63; minutes += 9) {
            assertThat(uploads.add(OWNER, id, new byte[0])).isNotNull();
            now = now.plus(Duration.ofMinutes(9));
        }
        assertThat(fault(() -> uploads.cancel(OWNER, id))).isEqualTo(FaultCode.NOT_FOUND);
    }

    @Test
    void upload_tenMinutesWithoutAPart_isGone() {
        UUID id = begin(4);
        now = now.plus(Duration.ofMinutes(9));
        uploads.add(OWNER, id, new byte[1]);
        now = now.plus(Duration.ofMinutes(9));
        uploads.add(OWNER, id, new byte[1]);
        now = now.plus(Duration.ofMinutes(11));
        assertThat(fault(() -> uploads.add(OWNER, id, new byte[1]))).isEqualTo(FaultCode.NOT_FOUND);
    }

    @Test
    void upload_thatIsCancelledOrOver_leavesNothingInMemory() {
        UUID first = begin(4);
        WeakReference<byte[]> cancelled = partOf(first);
        uploads.cancel(OWNER, first);
        WeakReference<byte[]> over = partOf(begin(4));
        now = now.plus(Duration.ofMinutes(61));
        uploads.expire();
        System.gc();
        assertThat(cancelled.refersTo(null)).isTrue();
        assertThat(over.refersTo(null)).isTrue();
    }

    private WeakReference<byte[]> partOf(UUID id) {
        byte[] part = new byte[4];
        uploads.add(OWNER, id, part);
        return new WeakReference<>(part);
    }

    @Test
    void owner_hasAShareAndNotAll() {
        begin(1);
        UUID second = begin(1);
        assertThat(fault(() -> begin(1))).isEqualTo(FaultCode.RATE_LIMIT_EXCEEDED);
        assertThat(begin(OTHER, 1)).isNotNull();
        uploads.cancel(OWNER, second);
        assertThat(begin(1)).isNotNull();
    }

    @Test
    void upload_ofTooManyParts_isRefusedByTheSettingsName() {
        UUID id = begin(4);
        for (int part = 0; part < RULES.parts(); part++) {
            uploads.add(OWNER, id, new byte[0]);
        }
        assertThat(
                        catchThrowableOfType(
                                FaultException.class, () -> uploads.add(OWNER, id, new byte[0])))
                .hasMessageContaining("at most 8 parts")
                .hasMessageContaining("AVOW_UPLOAD_MAX_PARTS");
    }

    @Test
    void uploads_beyondTheBounds_areRefused() {
        assertThat(fault(() -> begin(11))).isEqualTo(FaultCode.BODY_TOO_LARGE);
        UUID id = begin(2);
        begin(2);
        begin(OTHER, 2);
        assertThat(fault(() -> begin(OTHER, 2))).isEqualTo(FaultCode.OVERLOADED);
        assertThat(fault(() -> uploads.add(OWNER, id, new byte[3])))
                .isEqualTo(FaultCode.BODY_TOO_LARGE);
    }

    @Test
    void upload_ofAnother_isNotThere() {
        UUID id = begin(2);
        assertThat(fault(() -> uploads.cancel(OTHER, id))).isEqualTo(FaultCode.NOT_FOUND);
    }
}
