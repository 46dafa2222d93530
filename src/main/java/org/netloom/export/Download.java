package org.netloom.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/**
 * A file to take away.
 *
 * @param size in bytes, where it is known beforehand
 */
public record Download(String fileName, OptionalLong size, Content content) {

    /** Something that can write itself. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
