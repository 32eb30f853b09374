package dev.avow.wire;

import dev.avow.words.FormFiles;

/**
 * A request's body as a provider takes it. Prints no content.
 *
 * @param contentType of the bytes
 * @param answers what is accepted as a whole answer
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
record WireBody(String contentType, String answers, byte[] bytes) {

    static WireBody json(byte[] body) {
        return new WireBody("application/json", "application/json", body);
    }

    /** JSON, or a form where the request came as one. */
    static WireBody of(byte[] body, FormFiles files) {
        return files.isForm() ? FormBody.of(body, files) : json(body);
    }

    @Override
    public String toString() {
        return "WireBody of " + bytes.length + " bytes";
    }
}
