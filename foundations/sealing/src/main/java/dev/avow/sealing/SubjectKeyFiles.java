package dev.avow.sealing;

import dev.avow.disk.PrivateFiles;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Subjects' keys in a folder, a file each: {@code subjects/TENANT/SUBJECT.key}. A database keeps
 * what was deleted in its pages, its log and its replicas; a file of its own is overwritten, cut to
 * nothing and removed. {@code SUBJECT.destroyed}, without content, stays, so that a backup of older
 * data cannot bring a person back. The keys of periods are in {@code periods} in the same way, and
 * {@code tenants/TENANT.key} is the copy of a tenant's key.
 *
 * <p>On file systems that copy on write, and on flash memory, the old bytes of a file may outlive
 * it; they are wrapped under the tenant's key.
 */
public final class SubjectKeyFiles implements SubjectKeyStore {

    private static final String KEY = ".key";
    private static final String DESTROYED = ".destroyed";

    /** How drafts of keys end, see {@link PrivateFiles#draftOf}. */
    private static final String DRAFT = KEY + ".new";

    private final Path root;
    private final Path folder;
    private final Path tenants;

    /**
     * @param folder where {@code subjects} is, or will be, made
     */
    public SubjectKeyFiles(Path folder) {
        this(folder, "subjects");
    }

    private SubjectKeyFiles(Path root, String whose) {
        this.root = root;
        this.folder = root.resolve(whose);
        this.tenants = root.resolve("tenants");
    }

    @Override
    public SubjectKeyStore periods() {
        return new SubjectKeyFiles(root, "periods");
    }

    @Override
    public Optional<byte[]> find(TenantId tenant, UUID subject) {
        try {
            if (isDestroyed(tenant, subject)) {
                return Optional.empty();
            }
            return Optional.of(PrivateFiles.read(file(tenant, subject, KEY)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    @Override
    public Optional<byte[]> keepFirst(TenantId tenant, UUID subject, byte[] wrapped) {
        try {
            PrivateFiles.createFirst(file(tenant, subject, KEY), wrapped);
            if (isDestroyed(tenant, subject)) {
                destroy(tenant, subject);
                return Optional.empty();
            }
            return find(tenant, subject);
        } catch (IOException unwritable) {
            throw unusable(unwritable);
        }
    }

    @Override
    public void destroy(TenantId tenant, UUID subject) {
        try {
            PrivateFiles.createFirst(file(tenant, subject, DESTROYED), new byte[0]);
            PrivateFiles.overwriteAndDelete(file(tenant, subject, KEY));
            // Left by a process that died while it wrapped the key anew.
            PrivateFiles.overwriteAndDelete(PrivateFiles.draftOf(file(tenant, subject, KEY)));
        } catch (IOException unwritable) {
            throw unusable(unwritable);
        }
    }

    @Override
    public boolean isDestroyed(TenantId tenant, UUID subject) {
        return Files.exists(file(tenant, subject, DESTROYED));
    }

    @Override
    public List<UUID> destroyed(TenantId tenant) {
        return named(tenant, DESTROYED);
    }

    @Override
    public List<UUID> subjects(TenantId tenant) {
        return named(tenant, KEY);
    }

    @Override
    public void replace(TenantId tenant, UUID subject, byte[] wrapped) {
        try {
            PrivateFiles.replaceWiping(file(tenant, subject, KEY), wrapped);
        } catch (IOException unwritable) {
            if (!isDestroyed(tenant, subject)) {
                throw unusable(unwritable);
            }
        }
        if (isDestroyed(tenant, subject)) {
            destroy(tenant, subject);
        }
    }

    /**
     * Destroys what a process that died left of keys which were destroyed meanwhile, of periods
     * too. For the start of a server.
     */
    public void sweep() {
        for (String whose : List.of("subjects", "periods")) {
            Path homes = root.resolve(whose);
            if (!Files.isDirectory(homes)) {
                continue;
            }
            try (Stream<Path> files = Files.find(homes, 2, (file, _) -> isDraft(file))) {
                for (Path draft : files.toList()) {
                    String name = draft.getFileName().toString();
                    String id = name.substring(1, name.length() - DRAFT.length());
                    if (Files.exists(draft.resolveSibling(id + DESTROYED))) {
                        PrivateFiles.overwriteAndDelete(draft);
                    }
                }
            } catch (IOException unusable) {
                throw unusable(unusable);
            }
        }
    }

    private static boolean isDraft(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(DRAFT);
    }

    @Override
    public Optional<byte[]> tenantKey(TenantId tenant) {
        try {
            return Optional.of(PrivateFiles.read(tenants.resolve(tenant + KEY)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    @Override
    public void keepTenantKey(TenantId tenant, byte[] wrapped) {
        try {
            PrivateFiles.replaceWiping(tenants.resolve(tenant + KEY), wrapped);
        } catch (IOException unwritable) {
            throw unusable(unwritable);
        }
    }

    private List<UUID> named(TenantId tenant, String suffix) {
        Path home = folder.resolve(tenant.toString());
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix) && !name.startsWith("."))
                    .map(name ->
                            UUID.fromString(name.substring(0, name.length() - suffix.length())))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    private Path file(TenantId tenant, UUID subject, String suffix) {
        return folder.resolve(tenant.toString()).resolve(subject + suffix);
    }

    private SealingException unusable(IOException why) {
        return new SealingException(
                "the keys in " + folder + " cannot be used; check AVOW_KEYS_DIR", why);
    }
}
