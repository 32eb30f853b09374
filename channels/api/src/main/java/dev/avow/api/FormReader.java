package dev.avow.api;

import dev.avow.arrive.FormJson;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Takes a form apart (RFC 7578) by Netty's decoder, in memory: nothing of it is written to a disk.
 * What the decoder makes of it is what is looked at and what is written anew for the provider, so
 * that two readers of one form cannot take it for two.
 */
final class FormReader {

    /** Of fields and files together; official clients send some ten. */
    private static final int MOST_PARTS = 64;

    private FormReader() {}

    static boolean isForm(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * Reads a whole form.
     *
     * @throws dev.avow.words.FaultException where it is none
     */
    static FormJson read(byte[] bytes, String contentType) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder =
                    new HttpPostMultipartRequestDecoder(
                            new DefaultHttpDataFactory(false),
                            head,
                            StandardCharsets.UTF_8,
                            MOST_PARTS,
                            bytes.length + 1);
            decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(bytes)));
            FormJson form = new FormJson();
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                add(part, form);
            }
            return form;
        } catch (IOException | RuntimeException malformed) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "the body is no multipart/form-data of at most "
                                    + MOST_PARTS
                                    + " parts; send it as OpenAI's clients do")
                    .asException();
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    private static void add(InterfaceHttpData part, FormJson form) throws IOException {
        switch (part) {
            case FileUpload file -> {
                String type = file.getContentType();
                form.file(file.getName(), file.getFilename(), type == null ? "" : type, file.get());
            }
            case Attribute field -> form.field(field.getName(), field.getValue());
            default -> throw new IOException("a part of another kind");
        }
    }
}
