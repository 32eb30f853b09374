package dev.avow.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forms as the fake provider reads them, by Vert.x: told as JSON, files by name and size. */
final class FakeForm {

    private FakeForm() {}

    static boolean is(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/form-data");
    }

    static void read(HttpServerRequest request, Consumer<Buffer> told) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> {
            ObjectNode file = form.withArray(upload.name()).addObject();
            file.put("filename", upload.filename()).put("content_type", upload.contentType());
            int[] size = {0};
            upload.handler(bytes -> size[0] += bytes.length());
            upload.endHandler(_ -> file.put("bytes", size[0]));
        });
        request.endHandler(_ -> {
            for (var field : request.formAttributes()) {
                if (form.has(field.getKey())) {
                    form.put(field.getKey() + " again", field.getValue());
                } else {
                    form.put(field.getKey(), field.getValue());
                }
            }
            told.accept(Buffer.buffer(form.toString()));
        });
    }
}
