package dev.avow.words;

/** Carries a {@link Fault} through code that cannot return it. Its message holds no content. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public FaultException(Fault fault) {
        super(fault.code().id() + ": " + fault.message());
        this.fault = fault;
    }

    /** With the cause kept for the log's class and code lines; its message is never shown. */
    public FaultException(Fault fault, Throwable cause) {
        super(fault.code().id() + ": " + fault.message(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
