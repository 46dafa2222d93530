package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {

    private static final List<Integer> TWO_BY_THREE = List.of(2, 1, 3);
    private static final byte[] GOOD = bytes(0x0803, new int[] {2, 1, 3}, 1, 2, 3, 4, 5, 6);

    @TempDir
    Path folder;

    @Test
    void readsPackedAndPlainFiles() throws IOException {
        assertThat(read(GOOD)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(read(packed(GOOD))).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void refusesAHeaderThatClaimsBillionsOfItems() {
        byte[] hostile = bytes(0x0803, new int[] {-1, 0x7fffffff, 0x7fffffff}, 1);
        assertThatThrownBy(() -> read(hostile))
                .isInstanceOf(IdxReader.Damaged.class)
                .hasMessageContaining("4294967295 × 2147483647 × 2147483647");
    }

    @Test
    void refusesAnotherKindOfFile() {
        assertThatThrownBy(() -> read(bytes(0x0801, new int[] {2, 1, 3}, 1))).hasMessageContaining("0x00000801");
        assertThatThrownBy(() -> read(new byte[] {1, 2})).hasMessageContaining("within its header");
        assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("within its header");
    }

    @Test
    void refusesFilesThatEndEarlyOrGoOn() {
        assertThatThrownBy(() -> read(Arrays.copyOf(GOOD, GOOD.length - 1))).hasMessageContaining("after 5 of 6 bytes");
        assertThatThrownBy(() -> read(Arrays.copyOf(GOOD, GOOD.length + 1))).hasMessageContaining("goes on after");
    }

    @Test
    void refusesBrokenPacking() throws IOException {
        byte[] packed = packed(GOOD);
        assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length - 12)))
                .isInstanceOf(IdxReader.Damaged.class)
                .hasMessageContaining("cannot be unpacked");
        packed[12] ^= 0x55;
        assertThatThrownBy(() -> read(packed)).isInstanceOf(IdxReader.Damaged.class);
    }

    @Test
    void stopsUnpackingABombAfterTheExpectedSize() throws IOException {
        Path bomb = folder.resolve("bomb.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write(GOOD);
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> IdxReader.read(bomb, TWO_BY_THREE, hash(GOOD))).hasMessageContaining("goes on after");
    }

    @Test
    void refusesOtherContentAndTellsItsHash() {
        byte[] other = GOOD.clone();
        other[other.length - 1]++;
        assertThatThrownBy(() -> read(other)).hasMessageContaining(hash(other));
    }

    private byte[] read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        return IdxReader.read(file, TWO_BY_THREE, hash(GOOD));
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Fingerprint.sha256().digest(content));
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(int magic, int[] dims, int... items) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dims.length + items.length);
        buffer.putInt(magic);
        Arrays.stream(dims).forEach(buffer::putInt);
        Arrays.stream(items).forEach(item -> buffer.put((byte) item));
        return buffer.array();
    }
}
