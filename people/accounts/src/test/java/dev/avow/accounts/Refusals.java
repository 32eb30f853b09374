package dev.avow.accounts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says that something is refused, and how. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(FaultCode code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> Assertions.assertThat(refused.fault().code()).isEqualTo(code));
    }
}
