package dev.avow.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Reads files: text as it stands (UTF-8, UTF-16, else Windows-1252), documents (PDF, Microsoft
 * Office, OpenDocument, RTF) by Apache Tika, with what is attached to them. Archives are not
 * opened, which is a gap: what they hold could be text.
 *
 * <p>Safe for any thread.
 */
final class FileTexts {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What is neither text nor a document that can be read, by the first part of its type. */
    private static final Set<String> MEDIA = Set.of("image", "audio", "video", "font");

    private static final Set<String> PROGRAMS =
            Set.of(
                    "java-vm",
                    "x-executable",
                    "x-sharedlib",
                    "x-object",
                    "x-msdownload",
                    "x-dosexec",
                    "java-archive",
                    "wasm");

    private static final Set<String> ARCHIVES =
            Set.of(
                    "zip",
                    "gzip",
                    "zlib",
                    "zstd",
                    "x-7z-compressed",
                    "x-archive",
                    "x-brotli",
                    "x-bzip",
                    "x-bzip2",
                    "x-compress",
                    "x-cpio",
                    "x-gtar",
                    "x-lz4",
                    "x-lzip",
                    "x-lzma",
                    "x-rar-compressed",
                    "x-tar",
                    "x-xz");

    /** How much of a file is looked at for zero bytes. */
    private static final int HEAD = 8_192;

    private final long mostBytes;
    private final int mostChars;
    private final TikaConfig config;
    private final Parser parser;

    /**
     * @param mostBytes of a file; a larger one is not read, which is a gap
     * @param mostChars taken out of a document
     */
    FileTexts(long mostBytes, int mostChars) {
        this.mostBytes = mostBytes;
        this.mostChars = mostChars;
        this.config = TikaConfig.getDefaultConfig();
        this.parser = new AutoDetectParser(config);
    }

    /** Reads a file. A failure is an {@link FileText.Unread}, not an exception. */
    FileText read(Path file) {
        try {
            if (Files.size(file) > mostBytes) {
                return new FileText.Unread("larger than --max-bytes", true);
            }
            return read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
        } catch (IOException | SecurityException unreadable) {
            return new FileText.Unread("cannot be read", true);
        }
    }

    /** Reads what was given, as a file of that name. */
    FileText read(byte[] bytes, String name) {
        if (bytes.length == 0) {
            return new FileText.Unread("empty", false);
        }
        MediaType type = typeOf(bytes, name);
        if (isDocument(type)) {
            return extract(bytes, name, type);
        }
        if (MEDIA.contains(type.getType()) && !type.getSubtype().startsWith("svg")) {
            return new FileText.Unread(type.getType(), false);
        }
        if (PROGRAMS.contains(type.getSubtype())) {
            return new FileText.Unread("a program", false);
        }
        if (ARCHIVES.contains(type.getBaseType().getSubtype())) {
            return new FileText.Unread("an archive, which is not opened", true);
        }
        return decode(bytes);
    }

    private MediaType typeOf(byte[] bytes, String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            return config.getDetector().detect(in, metadata);
        } catch (IOException unknown) {
            return MediaType.OCTET_STREAM;
        }
    }

    /** Whether a parser is there that knows more of it than its characters. */
    private static boolean isDocument(MediaType type) {
        if (!type.getType().equals("application")) {
            return false;
        }
        String name = type.getSubtype();
        return name.equals("pdf")
                || name.equals("rtf")
                || name.equals("msword")
                || name.startsWith("vnd.ms-")
                || name.startsWith("vnd.openxmlformats-")
                || name.startsWith("vnd.oasis.opendocument")
                || name.equals("x-tika-msoffice")
                || name.equals("x-tika-ooxml")
                || name.equals("epub+zip");
    }

    private FileText extract(byte[] bytes, String name, MediaType type) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        BodyContentHandler text = new BodyContentHandler(mostChars);
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            parser.parse(in, text, metadata, context);
            return new FileText.Extracted(text.toString(), type.toString(), true);
        } catch (EncryptedDocumentException locked) {
            return new FileText.Unread("locked by a password", true);
        } catch (IOException | SAXException | TikaException failed) {
            if (WriteLimitReachedException.isWriteLimitReached(failed)) {
                return new FileText.Extracted(text.toString(), type.toString(), false);
            }
            return new FileText.Unread("a damaged " + type.getSubtype(), true);
        } catch (RuntimeException | StackOverflowError broken) {
            // A parser's own fault with a hostile document; its message could hold content.
            return new FileText.Unread("a " + type.getSubtype() + " that cannot be parsed", true);
        }
    }

    private static FileText decode(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new FileText.Plain(
                    new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new FileText.Plain(
                    new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        int[] zeros = zeros(bytes);
        if (zeros[0] + zeros[1] > 0 && !areSeparators(bytes)) {
            Charset wide = wide(bytes, zeros);
            return wide == null
                    ? new FileText.Unread("binary", false)
                    : new FileText.Plain(new String(bytes, wide));
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new FileText.Plain(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return new FileText.Plain(new String(bytes, WINDOWS));
        }
    }

    /** How many zero bytes stand at even places of the head, and at odd ones. */
    private static int[] zeros(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Whether zero bytes stand between texts, as {@code find -print0} and {@code env -0} write. */
    private static boolean areSeparators(byte[] bytes) {
        int before = 0;
        for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
            byte b = bytes[i];
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r';
            if (b == 0 ? i - before < 2 : control) {
                return false;
            }
            before = b == 0 ? i + 1 : before;
        }
        return true;
    }

    /** UTF-16 without a mark: Latin letters, digits and blanks have their zeros on one side. */
    private static @Nullable Charset wide(byte[] bytes, int[] zeros) {
        int pairs = Math.min(bytes.length, HEAD) / 2;
        int more = Math.max(zeros[0], zeros[1]);
        int fewer = Math.min(zeros[0], zeros[1]);
        if (bytes.length % 2 != 0 || more < pairs / 3 || fewer > more / 16) {
            return null;
        }
        return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
}
