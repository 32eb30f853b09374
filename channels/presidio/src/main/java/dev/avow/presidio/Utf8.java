package dev.avow.presidio;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as bytes and back; what cannot be told exactly is refused, never replaced. */
final class Utf8 {

    private Utf8() {}

    static byte[] bytes(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException unpaired) {
            throw PresidioError.invalid(
                    "Invalid input, text has a surrogate without its other half; send whole"
                            + " characters");
        }
    }

    /** The text; throws where the bytes are no UTF-8. */
    static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
