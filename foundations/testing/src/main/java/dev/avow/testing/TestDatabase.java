package dev.avow.testing;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of a test's own on a real PostgreSQL server: the whole schema, the default tenant, and
 * nothing else. Every copy of one JVM has the same master key. Safe for any thread.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestServer server;
    private final String name;
    private final Tenancy tenancy;
    private final Keyring keyring;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
        // The template was migrated.
        this.tenancy = Tenancy.connect(server.access(name));
        this.keyring =
                new Keyring(
                        server.masterKey(),
                        new TenantKeyStore(tenancy),
                        new SubjectKeyFiles(keysDir()));
    }

    /** Makes one; starts the server where this is the first. Close it after the test. */
    public static TestDatabase fresh() {
        TestServer server = TestServer.running();
        String name = "avow_test_" + COUNT.incrementAndGet();
        // Quicker than through the log, which nothing here is restored from.
        server.execute(
                "postgres",
                "CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy"
                        .formatted(name, TestServer.TEMPLATE));
        return new TestDatabase(server, name);
    }

    /** The application's way in, under row-level security. */
    public Tenancy tenancy() {
        return tenancy;
    }

    public MasterKey masterKey() {
        return server.masterKey();
    }

    public Keyring keyring() {
        return keyring;
    }

    /** The folder of single people's keys, this database's own. */
    public Path keysDir() {
        return server.folder().resolve(name + "-keys");
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** What another node would open its own {@link Tenancy} with. */
    public DatabaseAccess access() {
        return server.access(name);
    }

    /** The role that owns the tables and that row-level security does not bind. */
    public String owner() {
        return TestServer.OWNER;
    }

    public String plaintextOwnerPassword() {
        return TestServer.PASSWORD;
    }

    /** A connection as the owner, who sees the rows of every tenant. The caller closes it. */
    public Connection openAsOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), owner(), plaintextOwnerPassword());
    }

    /** Another tenant beside the default one. */
    public TenantId newTenant(String tenantName) {
        TenantId tenant = new TenantId(Ids.next());
        try (Connection connection = openAsOwner();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO tenants (tenant_id, name) VALUES (?, ?)")) {
            insert.setObject(1, tenant.value());
            insert.setString(2, tenantName);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the tenant could not be made", failed);
        }
        return tenant;
    }

    /** Ends every connection and removes the database. */
    @Override
    public void close() {
        tenancy.close();
        server.execute("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
    }
}
