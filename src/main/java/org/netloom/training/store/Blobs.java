package org.netloom.training.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Large contents, kept in the database in pieces so that none has to fit into memory at once. */
@Repository
public class Blobs {

    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;

    public Blobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that can write itself. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Stores what the content writes. Runs within the caller's transaction: without one a failure leaves pieces behind. */
    public UUID write(UUID workspace, Content content) throws IOException {
        UUID id = UUID.randomUUID();
        MessageDigest sha256 = sha256();
        jdbc.sql("insert into blob (id, workspace_id, size, sha256) values (?, ?, 0, ''::bytea)")
                .params(id, workspace)
                .update();
        Pieces pieces = new Pieces(id);
        try (OutputStream out = new DigestOutputStream(pieces, sha256)) {
            content.writeTo(out);
        }
        jdbc.sql("update blob set size = ?, sha256 = ? where id = ?")
                .params(pieces.size, sha256.digest(), id)
                .update();
        return id;
    }

    public long size(UUID id) {
        return jdbc.sql("select size from blob where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from blob where id = ?").param(id).update();
    }

    /** Reads piece by piece. */
    public InputStream read(UUID id) {
        return new Reading(id);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Pieces extends OutputStream {
        private final UUID id;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private int number;
        private long size;

        Pieces(UUID id) {
            this.id = id;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int at = offset;
            int left = length;
            while (left > 0) {
                int step = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, step);
                filled += step;
                at += step;
                left -= step;
                if (filled == PIECE) {
                    store();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                store();
            }
        }

        private void store() {
            jdbc.sql("insert into blob_chunk (blob_id, number, bytes) values (?, ?, ?)")
                    .params(id, number++, Arrays.copyOf(piece, filled))
                    .update();
            size += filled;
            filled = 0;
        }
    }

    private final class Reading extends InputStream {
        private final UUID id;
        private byte[] piece = new byte[0];
        private int at;
        private int number;

        Reading(UUID id) {
            this.id = id;
        }

        @Override
        public int read() {
            return hasMore() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int step = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, offset, step);
            at += step;
            return step;
        }

        private boolean hasMore() {
            if (at == piece.length) {
                Optional<byte[]> next = jdbc.sql("select bytes from blob_chunk where blob_id = ? and number = ?")
                        .params(id, number++)
                        .query(byte[].class)
                        .optional();
                piece = next.orElse(new byte[0]);
                at = 0;
            }
            return piece.length > 0;
        }
    }
}
