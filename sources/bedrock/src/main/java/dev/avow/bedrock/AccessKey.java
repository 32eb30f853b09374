package dev.avow.bedrock;

/**
 * An access key of AWS, for one call.
 *
 * @param id names the key; no secret
 * @param plaintextSecret signs
 * @param plaintextToken of a temporary key; empty where there is none
 */
record AccessKey(String id, String plaintextSecret, String plaintextToken) {

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "AccessKey";
    }
}
