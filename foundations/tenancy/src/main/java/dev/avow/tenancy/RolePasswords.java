package dev.avow.tenancy;

import dev.avow.sealing.MasterKey;
import dev.avow.sealing.UnsealAccess;
import java.util.List;

/** The passwords that a database role may have: the one to set first, then those of before. */
public interface RolePasswords {

    /** At least one. */
    List<String> plaintext();

    /** Whether there are others now, for whoever was refused with all of them. Blocks. */
    default boolean lookAgain() {
        return false;
    }

    /** One that never changes. */
    static RolePasswords of(String plaintext) {
        return () -> List.of(plaintext);
    }

    /** Those that the master key derives now; several while it is rotated. */
    static RolePasswords derived(MasterKey master, String role) {
        return new RolePasswords() {
            @Override
            public List<String> plaintext() {
                return master.plaintextRolePasswords(role, UnsealAccess.granted());
            }

            @Override
            public boolean lookAgain() {
                return master.lookAgain();
            }
        };
    }
}
