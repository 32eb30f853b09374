package dev.avow.engines.documents;

import dev.avow.arrive.DocumentReader.Extract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ParserDecorator;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * One document's reading. What unpacks to too much ({@link Unpacking}) is not read, nor what Tika
 * ends by itself, such as a document that is nested too deeply. Pictures in a document are not
 * looked into.
 */
final class TikaReading {

    private static final AutoDetectParser PARSER =
            new AutoDetectParser(TikaConfig.getDefaultConfig());

    /** What a document says of itself; of the rest most are numbers and names of programs. */
    private static final Set<String> ABOUT =
            Set.of("dc:", "cp:", "custom:", "meta:", "extended-properties:", "pdf:docinfo:custom:");

    private static final Set<String> NOT_SAID =
            Set.of("date", "created", "modified", "count", "format", "language", "version");

    /** Word and PowerPoint files are read event by event, not held as trees. */
    private static final OfficeParserConfig STREAMING = new OfficeParserConfig();

    static {
        STREAMING.setUseSAXDocxExtractor(true);
        STREAMING.setUseSAXPptxExtractor(true);
    }

    private final BodyContentHandler text;
    private final int mostChars;
    private final boolean readsPdf;
    private boolean damaged;

    TikaReading(int mostChars, boolean readsPdf) {
        this.mostChars = mostChars;
        this.readsPdf = readsPdf;
        this.text = new BodyContentHandler(mostChars);
    }

    Extract read(byte[] document) {
        if (!isReadable(document)) {
            return Extract.NONE;
        }
        Metadata metadata = new Metadata();
        ParseContext context = new ParseContext();
        context.set(Parser.class, new Inner());
        context.set(OfficeParserConfig.class, STREAMING);
        boolean whole = true;
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(document))) {
            PARSER.parse(in, text, metadata, context);
        } catch (IOException | SAXException | TikaException failed) {
            // Its message could hold content.
            whole = false;
        } catch (RuntimeException | StackOverflowError hostile) {
            whole = false;
        }
        String said = text.toString();
        whole &= !damaged && !said.isBlank() && hasTextOnEveryPage(metadata);
        String all = said + about(metadata);
        return all.length() > mostChars
                ? new Extract(all.substring(0, mostChars), false)
                : new Extract(all, whole);
    }

    private boolean isReadable(byte[] document) {
        return (readsPdf || !Unpacking.isPdf(document)) && Unpacking.isBounded(document);
    }

    /** A page without text is a picture of one, more often than not. */
    private static boolean hasTextOnEveryPage(Metadata metadata) {
        for (String chars : metadata.getValues("pdf:charsPerPage")) {
            if (chars.equals("0")) {
                return false;
            }
        }
        for (String unreadable : metadata.getValues("pdf:unmappedUnicodeCharsPerPage")) {
            if (!unreadable.equals("0")) {
                return false;
            }
        }
        return true;
    }

    private static String about(Metadata metadata) {
        StringBuilder about = new StringBuilder();
        for (String name : metadata.names()) {
            String small = name.toLowerCase(Locale.ROOT);
            if (ABOUT.stream().anyMatch(small::startsWith)
                    && NOT_SAID.stream().noneMatch(small::contains)) {
                for (String value : metadata.getValues(name)) {
                    about.append('\n').append(value);
                }
            }
        }
        return about.toString();
    }

    /** For what is inside a document. Tika goes on where one of them fails, and does not tell. */
    private final class Inner extends ParserDecorator {

        private static final long serialVersionUID = 1L;

        Inner() {
            super(PARSER);
        }

        @Override
        public void parse(
                InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
                throws IOException, SAXException, TikaException {
            byte[] part = Unpacking.part(in);
            if (part.length == 0 || !isReadable(part)) {
                damaged = true;
                return;
            }
            try (TikaInputStream bounded = TikaInputStream.get(new ByteArrayInputStream(part))) {
                super.parse(bounded, handler, metadata, context);
            } catch (IOException | SAXException | TikaException | RuntimeException failed) {
                damaged = true;
                throw failed;
            }
        }
    }
}
