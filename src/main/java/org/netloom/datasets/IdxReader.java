package org.netloom.datasets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads an IDX file of unsigned bytes, packed or not. Nothing that the file says is believed: its header must say what is
 * expected, memory grows only with the data that really comes, and the content must have the known hash.
 */
final class IdxReader {

    private static final int GZIP_MAGIC = 0x1f8b;

    private IdxReader() {}

    /** The file is not what it should be; the message says in which way. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    /** The items, one byte each, without the header. */
    static byte[] read(Path file, List<Integer> dims, String sha256) throws IOException {
        try (InputStream in = unpacked(file)) {
            MessageDigest digest = Fingerprint.sha256();
            byte[] header = in.readNBytes(4 + 4 * dims.size());
            checkHeader(header, dims);
            digest.update(header);
            int size = dims.stream().reduce(1, Math::multiplyExact);
            byte[] items = in.readNBytes(size);
            if (items.length < size) {
                throw new Damaged("ends after " + items.length + " of " + size + " bytes of data");
            }
            if (in.read() >= 0) {
                throw new Damaged("goes on after its " + size + " bytes of data");
            }
            digest.update(items);
            String hash = HexFormat.of().formatHex(digest.digest());
            if (!hash.equals(sha256)) {
                throw new Damaged("has other content; unpacked, its SHA-256 is " + hash);
            }
            return items;
        } catch (EOFException | java.util.zip.ZipException e) {
            throw new Damaged("cannot be unpacked (" + e.getMessage() + ")");
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            raw.mark(2);
            int magic = raw.read() << 8 | raw.read();
            raw.reset();
            return magic == GZIP_MAGIC ? new GZIPInputStream(raw, 1 << 16) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static void checkHeader(byte[] header, List<Integer> dims) throws Damaged {
        if (header.length < 4 + 4 * dims.size()) {
            throw new Damaged("ends within its header");
        }
        ByteBuffer buffer = ByteBuffer.wrap(header);
        int magic = buffer.getInt();
        List<Integer> said = new ArrayList<>();
        while (buffer.hasRemaining()) {
            said.add(buffer.getInt());
        }
        if (magic != (0x0800 | dims.size())) {
            throw new Damaged(String.format("is not an IDX file of bytes (it begins with 0x%08x)", magic));
        }
        if (!said.equals(dims)) {
            throw new Damaged("says that it holds " + text(said) + " where " + text(dims) + " were expected");
        }
    }

    private static String text(List<Integer> dims) {
        return String.join(" × ", dims.stream().map(Integer::toUnsignedString).toList());
    }
}
