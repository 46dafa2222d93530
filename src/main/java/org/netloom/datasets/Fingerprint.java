package org.netloom.datasets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the content of a dataset, written down in one fixed way. */
final class Fingerprint {

    private static final int CHUNK = 16_384;

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    private Fingerprint() {}

    static String of(Examples examples) {
        Fingerprint print = new Fingerprint();
        print.text("netloom-dataset-1");
        print.text(examples.info().input().dims().toString());
        switch (examples.info().target()) {
            case Target.Classes classes -> print.text("classes");
            case Target.ClassesPerStep classes -> {
                print.text("classes-per-step");
                print.whole(classes.steps());
            }
            case Target.Numbers numbers -> print.text("numbers");
        }
        examples.info().target().names().forEach(print::text);
        print.whole(examples.count());
        print.whole(examples.standardTestFrom());
        print.reals(examples.features());
        for (int index : examples.classes()) {
            print.whole(index);
        }
        print.reals(examples.numbers());
        for (int length : examples.lengths()) {
            print.whole(length);
        }
        examples.info().vocabulary().forEach(print::text);
        print.flush();
        return HexFormat.of().formatHex(print.digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        whole(bytes.length);
        flush();
        digest.update(bytes);
    }

    private void reals(float[] values) {
        for (float value : values) {
            // Adding zero turns -0 into +0, and floatToIntBits every NaN into one.
            whole(Float.floatToIntBits(value + 0f));
        }
    }

    private void whole(int value) {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(value);
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
