package dev.avow.accounts;

import static dev.avow.accounts.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstAccountTest {

    private static final Names NAMES = new Names("Adalberta", "Example");

    private final Ground ground = new Ground();

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void createByLink_goodToken_makesAnAdministratorWhoIsSignedIn() {
        String token = ground.firstAccount.plaintextNewLinkToken().orElseThrow();

        Sessions.SignedIn first = create(token);

        assertThat(first.user().role()).isEqualTo(Role.ADMIN);
        assertThat(first.user().names()).isEqualTo(NAMES);
        assertThat(ground.firstAccount.needed()).isFalse();
        assertThat(ground.firstAccount.plaintextNewLinkToken()).isEmpty();
        assertThat(ground.actions()).containsExactly("signed_in", "user_created");
    }

    @Test
    void createByLink_usedTwice_isRefused() {
        String token = ground.firstAccount.plaintextNewLinkToken().orElseThrow();
        create(token);

        assertRefused(FaultCode.CONFLICT, () -> create(token));
    }

    @Test
    void createByLink_linkOfAnEarlierStart_isRefused() {
        String earlier = ground.firstAccount.plaintextNewLinkToken().orElseThrow();
        String later = ground.firstAccount.plaintextNewLinkToken().orElseThrow();

        assertRefused(FaultCode.WRONG_CREDENTIALS, () -> create(earlier));
        assertThat(ground.firstAccount.needed()).isTrue();
        create(later);
    }

    @Test
    void createByLink_afterManyWrongTokens_isStillGood() {
        String token = ground.firstAccount.plaintextNewLinkToken().orElseThrow();
        for (int guess = 0; guess < 40; guess++) {
            assertRefused(FaultCode.WRONG_CREDENTIALS, () -> create("guess"));
        }

        create(token);
    }

    @Test
    void createByLink_shortPassword_isRefusedAndTheLinkStaysGood() {
        String token = ground.firstAccount.plaintextNewLinkToken().orElseThrow();

        assertRefused(
                FaultCode.INVALID_VALUE,
                () ->
                        ground.firstAccount.createByLink(
                                token, Ground.EMAIL, "too short", NAMES, Ground.HERE));
        create(token);
    }

    @Test
    void createFromSettings_twice_changesNothing() {
        ground.firstAccount.createFromSettings(Ground.EMAIL, Ground.PASSWORD);
        ground.firstAccount.createFromSettings("other@example.org", "another password");

        assertThat(ground.actions()).containsExactly("user_created");
    }

    @Test
    void createFromSettings_addressThatAKeyWasMadeForBefore_becomesItsAdministrator() {
        ground.apiKeys.create(
                Actor.operator(TenantId.DEFAULT), "before", Set.of(Scope.MODELS), Ground.EMAIL);
        assertThat(ground.firstAccount.needed()).isTrue();

        ground.firstAccount.createFromSettings(Ground.EMAIL, Ground.PASSWORD);

        assertThat(ground.sessions.signIn(Ground.EMAIL, Ground.PASSWORD, Ground.HERE).user().role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void I2_theRow_holdsNeitherAddressNorNamesNorPasswordInTheClear() throws SQLException {
        create(ground.firstAccount.plaintextNewLinkToken().orElseThrow());

        try (Connection owner = ground.database.openAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM users")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("password_hash")).startsWith("$2a$");
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                byte[] bytes = row.getBytes(column);
                String text = bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
                assertThat(text.toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("ada.example", "adalberta", "fictitious");
            }
        }
    }

    private Sessions.SignedIn create(String token) {
        return ground.firstAccount.createByLink(
                token, Ground.EMAIL, Ground.PASSWORD, NAMES, Ground.HERE);
    }
}
