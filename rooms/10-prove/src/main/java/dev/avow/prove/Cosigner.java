package dev.avow.prove;

import dev.avow.merkle.CosignerKey;
import dev.avow.merkle.Hash;
import java.util.List;

/**
 * A witness outside of this installation, which remembers each log's last checkpoint and cosigns
 * what continues it. Safe for any thread; blocks, for a bounded time.
 */
public interface Cosigner {

    /** What checks its cosignatures. */
    CosignerKey key();

    /**
     * Shows it a checkpoint.
     *
     * @param old entries of the checkpoint that it is thought to have cosigned last; 0 for none
     * @param proof that the log continues that one (RFC 6962, section 2.1.2); empty for none
     * @param note the checkpoint, signed by the log
     */
    Answer show(long old, List<Hash> proof, String note);

    /** What became of it. */
    sealed interface Answer {

        /**
         * It cosigned.
         *
         * @param lines signature lines, not yet checked
         */
        record Cosigned(List<String> lines) implements Answer {

            public Cosigned {
                lines = List.copyOf(lines);
            }
        }

        /** The checkpoint that it cosigned last is of another size than was thought. */
        record Elsewhere(long size) implements Answer {}

        /**
         * It would not cosign.
         *
         * @param why for the operator, without content
         */
        record Refused(String why) implements Answer {}

        /**
         * It cannot be asked now.
         *
         * @param why for the operator, without content
         */
        record Away(String why) implements Answer {}
    }
}
