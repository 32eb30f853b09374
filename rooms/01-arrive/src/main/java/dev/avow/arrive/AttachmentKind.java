package dev.avow.arrive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What an attachment is that is no text. Its bytes say so, not its label. */
public enum AttachmentKind {
    IMAGE("image"),
    SOUND("audio"),
    DOCUMENT("document"),
    OTHER("");

    /**
     * How files begin: offset and characters, {@code .} for any byte. PNG, JPEG, GIF, WebP, BMP,
     * TIFF and ISO media (AVIF, HEIC) have these by their specifications.
     */
    private static final List<String> IMAGES =
            List.of(
                    "\u0089PNG",
                    "\u00FF\u00D8\u00FF",
                    "GIF87a",
                    "GIF89a",
                    "RIFF....WEBP",
                    "BM....\0\0\0\0",
                    "II*\0",
                    "MM\0*",
                    "\0...ftypavif",
                    "\0...ftyphei",
                    "\0...ftypmif1");

    /** WAV, MP3 (with ID3 or bare frames), Ogg, FLAC, Matroska and WebM and other ISO media. */
    private static final List<String> SOUNDS =
            List.of(
                    "RIFF....WAVE",
                    "ID3\u0002",
                    "ID3\u0003",
                    "ID3\u0004",
                    "\u00FF\u00FB",
                    "\u00FF\u00F3",
                    "\u00FF\u00F2",
                    "\u00FF\u00F1",
                    "OggS\0",
                    "fLaC\0",
                    "\u001AE\u00DF\u00A3",
                    "\0...ftyp");

    /** PDF, ZIP (with it OOXML and OpenDocument), OLE2, RTF. */
    private static final List<String> DOCUMENTS =
            List.of("%PDF", "PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0", "{\\rtf");

    private static final int LONGEST_BEGINNING = 12;

    private final String type;

    AttachmentKind(String type) {
        this.type = type;
    }

    /** The finding type by which policies and receipts name it; empty where there is none. */
    public String type() {
        return type;
    }

    static AttachmentKind of(byte[] bytes) {
        String begin =
                new String(
                        Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_BEGINNING)),
                        StandardCharsets.ISO_8859_1);
        if (IMAGES.stream().anyMatch(each -> begins(begin, each))) {
            return IMAGE;
        }
        if (SOUNDS.stream().anyMatch(each -> begins(begin, each))) {
            return SOUND;
        }
        return DOCUMENTS.stream().anyMatch(each -> begins(begin, each)) ? DOCUMENT : OTHER;
    }

    private static boolean begins(String text, String beginning) {
        if (text.length() < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (beginning.charAt(i) != '.' && beginning.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
