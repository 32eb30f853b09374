package dev.avow.settings;

/**
 * A setting that is unknown or ill-formed. The message is one line that names it and the remedy.
 */
public final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Also for those who find out only when they act on a setting.
     *
     * @param message one line without a secret: the setting's name, what is wrong, what to do
     */
    public BadSetting(String message) {
        super(message);
    }
}
