package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * R1, R2, R4, P3 under sudden death: expiry, archive, erasure, backup and restore are killed at
 * random moments, and a model says what must be left. One of them in every run of the tests, at
 * random; more: {@code -Davow.deaths.rounds=50}.
 */
final class SuddenDeathsTest {

    private static final int ROUNDS = Integer.getInteger("avow.deaths.rounds", 1);

    /** Printed where the test fails, so that the moments can be repeated. */
    private final long seed = Long.getLong("avow.deaths.seed", System.nanoTime());

    private final Random random = new Random(seed);

    @Test
    void process_killedWhileItKeepsAndErases_endsRight() {
        try (TempHome home = TempHome.fresh();
                KeptWorld world = KeptWorld.begin(home)) {
            world.serve();
            // Under a hold archived rows are deleted one by one; else a limit moves over them.
            if (random.nextBoolean()) {
                world.newPerson("held", true);
            }
            for (int i = 0; i < 3; i++) {
                world.newPerson("p" + i, false);
            }
            int first = random.nextInt(4);
            for (int round = 0; round < ROUNDS; round++) {
                String what = "seed %d, round %d".formatted(seed, round);
                switch ((first + round) % 4) {
                    case 0 -> expire(world);
                    case 1 -> erase(world);
                    case 2 -> backUp(world);
                    default -> restore(world);
                }
                world.check(what);
            }
        }
    }

    private void expire(KeptWorld world) {
        world.newRows();
        pause(1_500);
        world.server().kill();
        world.serve();
    }

    private void erase(KeptWorld world) {
        UUID who = somebody(world);
        world.newRows();
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                var _ =
                                        Http.delete(
                                                world.server().url() + "/api/v1/users/" + who,
                                                world.admin());
                            } catch (AssertionError cutOff) {
                                // That is what is tried here.
                            }
                        });
        pause(500);
        world.server().kill();
        join(asking);
        world.serve();
        world.sawErasureOf(who);
    }

    private void backUp(KeptWorld world) {
        world.newRows();
        try (AvowProcess backup = world.begin("backup")) {
            pause(4_000);
            if (random.nextBoolean()) {
                world.server().kill();
            }
            backup.kill();
        }
        world.serve();
        assertThat(Http.get(world.server().url() + "/api/v1/backups", world.admin()).status())
                .isEqualTo(200);
    }

    private void restore(KeptWorld world) {
        UUID who = somebody(world);
        world.check("before the backup");
        String location = world.backup();
        assertThat(
                        Http.delete(world.server().url() + "/api/v1/users/" + who, world.admin())
                                .status())
                .isEqualTo(200);
        world.sawErasureOf(who);
        world.newRows();
        world.check("before the restore");
        world.server().terminate();
        try (AvowProcess restoring = world.begin("restore", location)) {
            pause(5_000);
            restoring.kill();
        }
        world.serve();
        world.sawWhetherRestored();
    }

    /** One of those whom no hold keeps; there is always another. */
    private UUID somebody(KeptWorld world) {
        world.newPerson("n" + random.nextLong(), false);
        List<UUID> free = world.peopleWhoAreNotHeld();
        return free.get(random.nextInt(free.size()));
    }

    private void pause(int mostMillis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(mostMillis)));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
