package dev.avow.accounts;

import static dev.avow.accounts.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Caller;
import dev.avow.admit.Identity;
import dev.avow.admit.Scope;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise I2: accounts with an encrypted address and a bcrypt hash. */
class SessionsTest {

    private final Ground ground = new Ground();

    @BeforeEach
    void makeTheFirstAccount() {
        ground.firstAccount.createFromSettings(Ground.EMAIL, Ground.PASSWORD);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void I2_signIn_rightPassword_makesASessionOfAnAdministrator() {
        Sessions.SignedIn signedIn = signIn(Ground.EMAIL, Ground.PASSWORD);

        assertThat(signedIn.user().lastLogin()).isEqualTo(ground.now);
        Caller caller =
                ((Identity.Known) ground.callers.identifySession(signedIn.plaintextToken()))
                        .caller();
        assertThat(caller.tenant()).isEqualTo(TenantId.DEFAULT);
        assertThat(caller.userId()).isEqualTo(signedIn.user().id());
        assertThat(caller.apiKeyId()).isNull();
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.values());
        assertThat(ground.actions()).containsExactly("signed_in", "user_created");
        assertThat(ground.entries().getFirst().ipAddress()).isEqualTo("203.0.113.0");
    }

    @Test
    void signIn_addressInAnotherCase_findsTheAccount() {
        assertThat(signIn("  ADA.example@EXAMPLE.org ", Ground.PASSWORD).user().email())
                .isEqualTo(Ground.EMAIL);
    }

    @Test
    void signIn_wrongPasswordOrUnknownAddress_areRefusedAlikeAndAudited() {
        assertRefused(FaultCode.WRONG_CREDENTIALS, () -> signIn(Ground.EMAIL, "another password"));
        assertRefused(
                FaultCode.WRONG_CREDENTIALS, () -> signIn("nobody@example.org", Ground.PASSWORD));

        assertThat(ground.actions())
                .containsExactly("sign_in_refused", "sign_in_refused", "user_created");
        assertThat(ground.entries().getFirst().status()).isEqualTo("refused");
    }

    @Test
    void signIn_tooManyGuessesAtOneAccount_refusesAlsoTheRightPasswordForAWhile() {
        guessTooOften(Ground.HERE);
        assertRefused(FaultCode.TOO_MANY_ATTEMPTS, () -> signIn(Ground.EMAIL, Ground.PASSWORD));

        ground.now = ground.now.plus(Duration.ofMinutes(16));
        assertThat(signIn(Ground.EMAIL, Ground.PASSWORD)).isNotNull();
    }

    @Test
    void signIn_tooManyGuessesAtOneAccountFromElsewhere_keepNobodyOut() {
        guessTooOften(new Origin("198.51.100.7", null));

        assertThat(signIn(Ground.EMAIL, Ground.PASSWORD)).isNotNull();
    }

    private void guessTooOften(Origin from) {
        for (int guess = 0; guess < Attempts.PER_ACCOUNT; guess++) {
            assertRefused(
                    FaultCode.WRONG_CREDENTIALS,
                    () -> ground.sessions.signIn(Ground.EMAIL, "guess after guess", from));
        }
    }

    @Test
    void signIn_manyGuessesBehindAProxyOnThisMachine_keepNobodyElseOut() {
        for (String loopback : new String[] {"127.0.0.1", "0:0:0:0:0:0:0:1"}) {
            Origin proxy = new Origin(loopback, null);
            for (int guess = 0; guess <= Attempts.PER_ADDRESS; guess++) {
                String email = "nobody" + guess + "@example.org";
                assertRefused(
                        FaultCode.WRONG_CREDENTIALS,
                        () -> ground.sessions.signIn(email, "guess after guess", proxy));
            }
            assertThat(ground.sessions.signIn(Ground.EMAIL, Ground.PASSWORD, proxy)).isNotNull();
        }
    }

    @Test
    void signIn_tooManyGuessesFromOneAddress_refusesItForEveryAccount() {
        for (int guess = 0; guess < Attempts.PER_ADDRESS; guess++) {
            String email = "nobody" + guess + "@example.org";
            assertRefused(FaultCode.WRONG_CREDENTIALS, () -> signIn(email, "guess after guess"));
        }
        assertRefused(FaultCode.TOO_MANY_ATTEMPTS, () -> signIn(Ground.EMAIL, Ground.PASSWORD));
    }

    @Test
    void signOut_theToken_isNoLongerGood() {
        String token = signIn(Ground.EMAIL, Ground.PASSWORD).plaintextToken();

        ground.sessions.signOut(token, Ground.HERE);

        assertThat(ground.callers.identifySession(token)).isInstanceOf(Identity.Unknown.class);
        assertThat(ground.actions().getFirst()).isEqualTo("signed_out");
    }

    @Test
    void identifySession_afterItsLife_isNoLongerGood() {
        String token = signIn(Ground.EMAIL, Ground.PASSWORD).plaintextToken();

        ground.now = ground.now.plus(Duration.ofHours(12));

        assertThat(ground.callers.identifySession(token)).isInstanceOf(Identity.Unknown.class);
    }

    private Sessions.SignedIn signIn(String email, String password) {
        return ground.sessions.signIn(email, password, Ground.HERE);
    }
}
