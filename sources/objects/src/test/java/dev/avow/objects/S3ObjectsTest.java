package dev.avow.objects;

import dev.avow.retain.ObjectStore;
import dev.avow.retain.ObjectStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** R2 */
class S3ObjectsTest extends ObjectStoreContract {

    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void empty() {
        server.empty();
    }

    @Override
    protected ObjectStore store() {
        return server.store().objects();
    }
}
