package dev.avow.app;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forms as the fake provider reads them, by Netty: told as JSON, files by name and size. */
final class FakeForm {

    private FakeForm() {}

    static boolean is(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/form-data");
    }

    /** In one piece: Netty's decoder takes a CR into a value where the LF comes in the next one. */
    static void read(HttpServerRequest request, Consumer<Buffer> told) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        request.bodyHandler(body -> told.accept(Buffer.buffer(told(body, type).toString())));
    }

    private static ObjectNode told(Buffer body, String type) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        var head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaders.CONTENT_TYPE, type);
        var decoder =
                new HttpPostMultipartRequestDecoder(
                        new DefaultHttpDataFactory(false), head, StandardCharsets.UTF_8);
        try {
            decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body.getBytes())));
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                if (part instanceof FileUpload file) {
                    form.withArray(file.getName())
                            .addObject()
                            .put("filename", file.getFilename())
                            .put("content_type", file.getContentType())
                            .put("bytes", file.length());
                } else if (part instanceof Attribute field) {
                    String name = field.getName();
                    form.put(form.has(name) ? name + " again" : name, field.getValue());
                }
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        } finally {
            decoder.destroy();
        }
        return form;
    }
}
