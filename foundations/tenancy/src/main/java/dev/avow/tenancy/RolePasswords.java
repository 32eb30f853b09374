package dev.avow.tenancy;

import dev.avow.sealing.MasterKey;
import dev.avow.sealing.UnsealAccess;
import java.util.List;

/** The passwords that a database role may have: the one to set first, then those of before. */
public interface RolePasswords {

    /** At least one. */
    List<String> plaintext();

    /** One that never changes. */
    static RolePasswords of(String plaintext) {
        return () -> List.of(plaintext);
    }

    /** Those that the master key derives now; several while it is rotated. */
    static RolePasswords derived(MasterKey master, String role) {
        return () -> master.plaintextRolePasswords(role, UnsealAccess.granted());
    }
}
