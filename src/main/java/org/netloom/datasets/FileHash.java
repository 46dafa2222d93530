package org.netloom.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The hash of a file as it lies on the disk, for telling a person which file was refused. */
final class FileHash {

    /** Larger than any file that belongs here; hashing a huge stranger would only keep the person waiting. */
    private static final long MOST_BYTES = 256L << 20;

    private FileHash() {}

    static String sentence(Path file) {
        MessageDigest digest = Fingerprint.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            if (Files.size(file) > MOST_BYTES) {
                return " The file is far too large.";
            }
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return " The file's own SHA-256 is " + HexFormat.of().formatHex(digest.digest()) + ".";
        } catch (IOException e) {
            return "";
        }
    }
}
