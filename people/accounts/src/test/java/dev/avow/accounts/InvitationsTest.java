package dev.avow.accounts;

import static dev.avow.accounts.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** I3: people are invited by a link that counts once and for a while; T2: that is in the log. */
class InvitationsTest {

    private static final String BEN = "ben@example.org";
    private static final Names NONE = new Names(null, null);
    private static final Names NAMES = new Names("Ben", "Example");
    private static final Actor ADMIN = Actor.operator(TenantId.DEFAULT);

    private final Ground ground = new Ground();

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void I3_accept_goodLink_setsThePasswordAndSignsIn() {
        Invitations.Invited invited = invite(Role.VIEWER);
        assertThat(invited.user().canSignIn()).isFalse();
        assertThat(invited.user().invitedUntil()).isEqualTo(ground.now.plus(Duration.ofDays(7)));

        Sessions.SignedIn in = accept(invited.plaintextLink());

        assertThat(in.user().role()).isEqualTo(Role.VIEWER);
        assertThat(in.user().names()).isEqualTo(NAMES);
        assertThat(in.user().canSignIn()).isTrue();
        assertThat(in.user().invitedUntil()).isNull();
        assertThat(ground.sessions.signIn(BEN, Ground.PASSWORD, Ground.HERE).user().id())
                .isEqualTo(invited.user().id());
    }

    @Test
    void T2_invitation_itsWholeCourse_isInTheLog() {
        accept(invite(Role.ADMIN).plaintextLink());
        Invitations.Invited other =
                ground.invitations.invite(ADMIN, "eve@example.org", Role.VIEWER, NONE, null);
        ground.invitations.withdraw(ADMIN, other.user().id());
        ground.invitations.withdraw(ADMIN, other.user().id());

        assertThat(ground.actions())
                .containsExactly(
                        "user_invitation_withdrawn",
                        "user_invited",
                        "user_created",
                        "signed_in",
                        "user_invitation_accepted",
                        "user_invited",
                        "user_created");
    }

    @Test
    void accept_twice_isRefused() {
        @Nullable String link = invite(Role.VIEWER).plaintextLink();
        accept(link);

        assertRefused(FaultCode.WRONG_CREDENTIALS, () -> accept(link));
    }

    @Test
    void accept_untilTheLastSecond_andNotAfter() {
        @Nullable String link = invite(Role.VIEWER).plaintextLink();
        ground.now = ground.now.plus(Duration.ofDays(7));
        assertRefused(FaultCode.WRONG_CREDENTIALS, () -> accept(link));

        ground.now = ground.now.minusSeconds(1);
        accept(link);
    }

    @Test
    void accept_linkThatANewerOneReplaced_isRefused() {
        Invitations.Invited first = invite(Role.VIEWER);
        Invitations.Invited second = ground.invitations.invite(ADMIN, first.user().id(), null);

        assertRefused(FaultCode.WRONG_CREDENTIALS, () -> accept(first.plaintextLink()));
        accept(second.plaintextLink());
    }

    @Test
    void accept_withdrawnClosedOrMadeUpLinks_areRefused() {
        Invitations.Invited withdrawn = invite(Role.VIEWER);
        ground.invitations.withdraw(ADMIN, withdrawn.user().id());
        assertRefused(FaultCode.WRONG_CREDENTIALS, () -> accept(withdrawn.plaintextLink()));

        Invitations.Invited closed = invite(Role.VIEWER);
        ground.database
                .tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle -> {
                            ground.users.close(handle, closed.user().id());
                            return closed;
                        });
        assertRefused(FaultCode.WRONG_CREDENTIALS, () -> accept(closed.plaintextLink()));
        assertRefused(FaultCode.CONFLICT, () -> invite(Role.VIEWER));
        assertRefused(FaultCode.WRONG_CREDENTIALS, () -> accept("guess"));
    }

    @Test
    void accept_shortPassword_isRefusedAndTheLinkStaysGood() {
        @Nullable String link = invite(Role.VIEWER).plaintextLink();

        assertRefused(
                FaultCode.INVALID_VALUE,
                () -> ground.invitations.accept(token(link), "too short", NAMES, Ground.HERE));
        accept(link);
    }

    @Test
    void invite_accountOfAKey_becomesOneThatCanBeSignedInTo() {
        ground.apiKeys.create(ADMIN, "laptop", Set.of(Scope.MODELS), BEN);

        Sessions.SignedIn in = accept(invite(Role.ADMIN).plaintextLink());

        assertThat(in.user().role()).isEqualTo(Role.ADMIN);
        assertThat(ground.users.administrators(TenantId.DEFAULT))
                .extracting(User::id)
                .containsExactly(in.user().id());
    }

    @Test
    void invite_whoCanSignIn_isRefused() {
        accept(invite(Role.VIEWER).plaintextLink());

        assertRefused(FaultCode.CONFLICT, () -> invite(Role.ADMIN));
    }

    @Test
    void setUp_neitherTakesNorForgetsAnInvitation() {
        @Nullable String link = invite(Role.VIEWER).plaintextLink();
        assertRefused(
                FaultCode.WRONG_CREDENTIALS,
                () ->
                        ground.firstAccount.createByLink(
                                token(link), Ground.EMAIL, Ground.PASSWORD, NAMES, Ground.HERE));
        assertThat(ground.firstAccount.plaintextNewLinkToken()).isPresent();

        accept(link);
    }

    @Test
    void invite_byMailWithoutAServer_isRefusedAndMakesNoAccount() {
        assertRefused(
                FaultCode.CONFLICT,
                () -> ground.invitations.invite(ADMIN, BEN, Role.VIEWER, NONE, true));
        assertThat(ground.users.idOf(TenantId.DEFAULT, BEN)).isEmpty();
    }

    /** What stands behind {@code #}. */
    private static String token(@Nullable String link) {
        return String.valueOf(link).replaceFirst("^/invitation#", "");
    }

    private Invitations.Invited invite(Role role) {
        return ground.invitations.invite(ADMIN, BEN, role, NONE, null);
    }

    private Sessions.SignedIn accept(@Nullable String link) {
        return ground.invitations.accept(token(link), Ground.PASSWORD, NAMES, Ground.HERE);
    }
}
