package org.netloom.training.engine;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.netloom.training.TrainingWatch;

/**
 * A copy of a training's whole state. Written as: magic, version, scalars, three arrays of floats with their lengths, CRC-32C of all
 * that precedes; big-endian.
 */
record Snapshot(
        long iteration,
        int epoch,
        int seen,
        double lossSum,
        double generatorLossSum,
        long correct,
        double bestLoss,
        int bestEpoch,
        int epochsWithoutGain,
        float[] parameters,
        float[] memory,
        float[] best)
        implements TrainingWatch.Checkpoint {

    private static final int MAGIC = 0x4E4C4350;
    private static final int VERSION = 2;
    private static final int WITHOUT_GENERATOR = 1;
    private static final int CHUNK = 1 << 14;

    static Snapshot of(Learner learner, Progress progress, int epoch) {
        return new Snapshot(
                progress.iteration,
                epoch,
                progress.seen,
                progress.lossSum,
                progress.generatorLossSum,
                progress.correct,
                progress.bestLoss,
                progress.bestEpoch,
                progress.epochsWithoutGain,
                learner.parameters(),
                learner.memory(),
                progress.best);
    }

    /** Puts a training back to where it was. */
    void restore(Learner learner, Progress progress) throws IOException {
        if (parameters.length != learner.parameters().length || memory.length != learner.memorySize()) {
            throw new IOException("The checkpoint belongs to another network or optimizer.");
        }
        learner.setParameters(parameters);
        learner.setMemory(memory);
        progress.iteration = iteration;
        progress.seen = seen;
        progress.lossSum = lossSum;
        progress.generatorLossSum = generatorLossSum;
        progress.correct = correct;
        progress.bestLoss = bestLoss;
        progress.bestEpoch = bestEpoch;
        progress.epochsWithoutGain = epochsWithoutGain;
        progress.best = best;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
        DataOutputStream data = new DataOutputStream(checked);
        data.writeInt(MAGIC);
        data.writeInt(VERSION);
        data.writeLong(iteration);
        data.writeInt(epoch);
        data.writeInt(seen);
        data.writeDouble(lossSum);
        data.writeDouble(generatorLossSum);
        data.writeLong(correct);
        data.writeDouble(bestLoss);
        data.writeInt(bestEpoch);
        data.writeInt(epochsWithoutGain);
        write(parameters, data);
        write(memory, data);
        write(best, data);
        data.writeLong(checked.getChecksum().getValue());
        data.flush();
    }

    static Snapshot read(InputStream in) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32C());
        DataInputStream data = new DataInputStream(checked);
        int magic = data.readInt();
        int version = data.readInt();
        if (magic != MAGIC || version < WITHOUT_GENERATOR || version > VERSION) {
            throw new IOException("Not a checkpoint of this version of Netloom.");
        }
        Snapshot snapshot = new Snapshot(
                data.readLong(),
                data.readInt(),
                data.readInt(),
                data.readDouble(),
                version == WITHOUT_GENERATOR ? 0 : data.readDouble(),
                data.readLong(),
                data.readDouble(),
                data.readInt(),
                data.readInt(),
                readFloats(data),
                readFloats(data),
                readFloats(data));
        long sum = checked.getChecksum().getValue();
        if (data.readLong() != sum) {
            throw new IOException("The checkpoint is damaged: its checksum does not fit.");
        }
        return snapshot;
    }

    static void write(float[] numbers, DataOutputStream data) throws IOException {
        data.writeInt(numbers.length);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int from = 0; from < numbers.length; from += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - from);
            chunk.asFloatBuffer().put(numbers, from, count);
            data.write(chunk.array(), 0, count * Float.BYTES);
        }
    }

    static float[] readFloats(DataInputStream data) throws IOException {
        int length = data.readInt();
        if (length < 0) {
            throw new IOException("The checkpoint is damaged: an array of " + length + " numbers.");
        }
        // Grows as the data comes, so that a damaged length cannot ask for all memory at once.
        byte[] bytes = data.readNBytes(Math.multiplyExact(length, Float.BYTES));
        if (bytes.length < length * Float.BYTES) {
            throw new IOException("The checkpoint is damaged: it ends too early.");
        }
        float[] numbers = new float[length];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
        return numbers;
    }

    static Snapshot read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }
}
