package dev.avow.app;

/** The port that is to be listened on is another's. */
final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTaken(String host, int port) {
        super(
                "cannot listen on "
                        + host
                        + ":"
                        + port
                        + "; something else does, or the address is not this machine's. Set"
                        + " AVOW_PORT or AVOW_HOST");
    }
}
