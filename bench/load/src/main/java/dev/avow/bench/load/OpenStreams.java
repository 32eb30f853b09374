package dev.avow.bench.load;

import java.time.Duration;
import java.util.List;

final class OpenStreams {
    OpenStreams(int streams, Duration hold) {}

    record Report(List<String> rows) {
        String markdown() {
            return "";
        }
    }

    Report through(List<Gateway> gateways, Stage stage) {
        return new Report(List.of());
    }
}
