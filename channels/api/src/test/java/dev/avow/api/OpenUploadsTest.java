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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B1: what comes in parts is here in memory until it is whole, and no longer than an hour. */
final class OpenUploadsTest {

    private static final KeptOwner OWNER = new KeptOwner(TenantId.DEFAULT, Ids.next());

    private Instant now = Instant.EPOCH;
    private final OpenUploads uploads = new OpenUploads(10, 2, () -> now);

    private UUID begin(int bytes) {
        return uploads.begin(OWNER, KeptFile.Purpose.USER_DATA, "a", "", bytes).id();
    }

    private static FaultCode fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(FaultException.class, call).fault().code();
    }

    @Test
    void whole_inTheOrderThatIsSaid() {
        UUID id = begin(4);
        UUID one = uploads.add(OWNER, id, "ab".getBytes(UTF_8));
        UUID other = uploads.add(OWNER, id, "cd".getBytes(UTF_8));
        assertThat(uploads.whole(OWNER, id, List.of(other, one))).asString(UTF_8).isEqualTo("cdab");
        assertThat(fault(() -> uploads.whole(OWNER, id, List.of(one))))
                .isEqualTo(FaultCode.INVALID_VALUE);
    }

    @Test
    void upload_afterAnHour_isGone() {
        UUID id = begin(4);
        now = now.plus(Duration.ofMinutes(61));
        assertThat(fault(() -> uploads.wanted(OWNER, id))).isEqualTo(FaultCode.NOT_FOUND);
    }

    @Test
    void uploads_beyondTheBounds_areRefused() {
        assertThat(fault(() -> begin(11))).isEqualTo(FaultCode.BODY_TOO_LARGE);
        UUID id = begin(2);
        begin(2);
        assertThat(fault(() -> begin(2))).isEqualTo(FaultCode.OVERLOADED);
        assertThat(fault(() -> uploads.add(OWNER, id, new byte[3])))
                .isEqualTo(FaultCode.BODY_TOO_LARGE);
    }

    @Test
    void upload_ofAnother_isNotThere() {
        UUID id = begin(2);
        KeptOwner other = new KeptOwner(TenantId.DEFAULT, Ids.next());
        assertThat(fault(() -> uploads.wanted(other, id))).isEqualTo(FaultCode.NOT_FOUND);
    }
}
