package dev.avow.control;

import io.vertx.core.http.HttpServerResponse;

/** The body of an answer that goes on until one side ends it. */
@FunctionalInterface
interface EventStream {

    /** Takes the response over, its status and headers set. Called on its event loop. */
    void open(HttpServerResponse response);
}
