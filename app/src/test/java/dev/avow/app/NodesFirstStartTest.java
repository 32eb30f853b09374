package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two nodes that are the first on their database and their folders, at the same moment. */
final class NodesFirstStartTest {

    private static final String EMAIL = "ada@example.org";

    /** I2, T1: there is one master key, one administrator and one log. */
    @Test
    void start_ofTwoNodesAtOnceOnNothing_makesEverythingOnce() throws Exception {
        try (TwoNodes nodes = TwoNodes.empty()) {
            Map<String, String> settings =
                    nodes.with(
                            "AVOW_ADMIN_EMAIL",
                            EMAIL,
                            "AVOW_ADMIN_PASSWORD",
                            "fictitious correct horse 7",
                            "AVOW_INTERACTION_ARCHIVE_ENABLED",
                            "true",
                            "AVOW_INTERACTION_ARCHIVE_LOCATION",
                            nodes.shared().resolve("archive").toString());

            nodes.startAtOnce(settings);

            nodes.furnish(settings);
            for (AvowProcess node : List.of(nodes.first(), nodes.second())) {
                Http.Answer users = Http.get(node.url() + "/api/v1/users", nodes.admin());
                assertThat(users.body()).as("administrators").containsOnlyOnce(EMAIL);
                assertThat(
                                Http.post(
                                                node.url() + "/v1/chat/completions",
                                                nodes.key(),
                                                "{\"model\":\"up/m\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"Mail"
                                                    + " ada@example.com\"}]}")
                                        .status())
                        .isEqualTo(200);
                Path export = nodes.shared().resolve("log.ndjson");
                Files.writeString(
                        export,
                        Http.get(node.url() + "/api/v1/audit-logs/export", nodes.admin()).body());
                assertThat(
                                AvowHere.run(nodes.shared(), Map.of(), "verify", export.toString())
                                        .status())
                        .isZero();
            }
            assertThat(drafts(nodes.shared())).isEmpty();
        }
    }

    private static List<Path> drafts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> String.valueOf(each.getFileName()).endsWith(".new"))
                    .toList();
        }
    }
}
