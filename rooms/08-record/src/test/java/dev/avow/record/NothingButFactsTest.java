package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** B6: what is recorded of a use has no place for what was said in it. */
final class NothingButFactsTest {

    /** There is no column that could hold a text, a full address, a credential or a cookie. */
    @Test
    void schema_interactions_hasTheseColumnsAndNoOther() throws Exception {
        TreeSet<String> columns = new TreeSet<>();
        try (TestDatabase database = TestDatabase.fresh();
                Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT column_name FROM information_schema.columns"
                                        + " WHERE table_name = 'interactions'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }

        assertThat(columns)
                .containsExactly(
                        "api_key_id",
                        "browser",
                        "channel",
                        "charged_picos",
                        "charged_tokens",
                        "classifications",
                        "client_version",
                        "content_length",
                        "cost",
                        "duration_ms",
                        "hostname",
                        "id",
                        "justification",
                        "model",
                        "occurred_at",
                        "platform_id",
                        "policy_action",
                        "policy_applied",
                        "prompt_hash",
                        "received_by",
                        "response_hash",
                        "risk_score",
                        "shadow",
                        "status",
                        "tenant_id",
                        "tokens_in",
                        "tokens_out",
                        "user_id");
    }

    /** Nor does the journal hold more than the row. */
    @Test
    void opening_components_areTheRowsOwn() {
        assertThat(Stream.of(Opening.class.getRecordComponents()).map(c -> c.getName()))
                .containsExactly(
                        "tenant",
                        "id",
                        "at",
                        "userId",
                        "apiKeyId",
                        "channel",
                        "platformId",
                        "model",
                        "promptHash",
                        "contentLength",
                        "classificationsJson",
                        "policyApplied",
                        "policyAction",
                        "riskScore",
                        "hostname",
                        "clientVersion",
                        "browser",
                        "reserved",
                        "aside");
    }
}
