package dev.avow.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a byte stream into server-sent events (WHATWG HTML, section 9.2.6) and keeps their data;
 * event names, ids and comments are of no use here. Lines end with LF, CR LF or CR; an event's data
 * lines are joined by LF. What is held is bounded. Not safe for more than one thread.
 */
final class EventDecoder implements StreamDecoder {

    private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

    private final int largest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final ByteArrayOutputStream data = new ByteArrayOutputStream(512);
    private boolean hasData;
    private boolean afterCr;

    EventDecoder(int largestBytes) {
        this.largest = largestBytes;
    }

    /** The data of every event that these bytes complete. */
    @Override
    public List<byte[]> feed(byte[] in) throws TooLarge {
        List<byte[]> events = new ArrayList<>(4);
        int start = 0;
        for (int i = 0; i < in.length; i++) {
            byte b = in[i];
            if (b != '\n' && b != '\r') {
                afterCr = false;
                continue;
            }
            if (b == '\n' && afterCr) {
                afterCr = false;
                start = i + 1;
                continue;
            }
            afterCr = b == '\r';
            endLine(in, start, i, events);
            start = i + 1;
        }
        if (start < in.length) {
            line.write(in, start, in.length - start);
        }
        if (line.size() + data.size() > largest) {
            throw new TooLarge();
        }
        return events;
    }

    private void endLine(byte[] in, int start, int end, List<byte[]> events) throws TooLarge {
        if (line.size() > 0) {
            line.write(in, start, end - start);
            byte[] whole = line.toByteArray();
            line.reset();
            takeLine(whole, 0, whole.length, events);
        } else {
            takeLine(in, start, end, events);
        }
    }

    private void takeLine(byte[] in, int start, int end, List<byte[]> events) throws TooLarge {
        if (start == end) {
            if (hasData) {
                events.add(data.toByteArray());
                data.reset();
                hasData = false;
            }
            return;
        }
        if (end - start < DATA.length) {
            return;
        }
        for (int i = 0; i < DATA.length; i++) {
            if (in[start + i] != DATA[i]) {
                return;
            }
        }
        int from = start + DATA.length;
        if (from < end && in[from] == ' ') {
            from++;
        }
        if (hasData) {
            data.write('\n');
        }
        hasData = true;
        data.write(in, from, end - from);
        if (data.size() > largest) {
            throw new TooLarge();
        }
    }
}
