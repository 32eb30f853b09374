package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.impl.ConnectionBase;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No log line carries content, whoever writes it. */
final class LoggersTest {

    /**
     * A provider that answered {@code ada@example.org} in the place of a status line was logged
     * with it: {@code invalid version format: ADA@EXAMPLE.ORG}.
     */
    @Test
    void connection_thatBreaks_isNotQuoted() {
        assertThat(LoggerFactory.getLogger(ConnectionBase.class).isErrorEnabled()).isFalse();
        assertThat(LoggerFactory.getLogger("dev.avow.app").isInfoEnabled()).isTrue();
    }
}
