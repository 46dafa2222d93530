package org.netloom.training.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import org.netloom.training.Member;
import org.netloom.training.TrainingWatch;

/**
 * The members that are done, then the snapshot of the one at work. Written as: magic, version, iterations and epochs done, the
 * members with their figures and parameters, CRC-32C of all that; then a {@link Snapshot}.
 *
 * @param working {@code null} when read: the stream goes on with it
 */
record MembersSnapshot(
        long iterations, int epochs, List<FinishedMember> done, TrainingWatch.@Nullable Checkpoint working)
        implements TrainingWatch.Checkpoint {

    private static final int MAGIC = 0x4E4C4D42;
    private static final int VERSION = 1;
    private static final int MOST_MEMBERS = 1000;

    @Override
    public long iteration() {
        return iterations + atWork().iteration();
    }

    @Override
    public int epoch() {
        return epochs + atWork().epoch();
    }

    private TrainingWatch.Checkpoint atWork() {
        return java.util.Objects.requireNonNull(working);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
        DataOutputStream data = new DataOutputStream(checked);
        data.writeInt(MAGIC);
        data.writeInt(VERSION);
        data.writeLong(iterations);
        data.writeInt(epochs);
        data.writeInt(done.size());
        for (FinishedMember each : done) {
            data.writeInt(each.member().number());
            data.writeDouble(each.member().loss());
            data.writeDouble(each.member().accuracy());
            Snapshot.write(each.parameters(), data);
        }
        data.writeLong(checked.getChecksum().getValue());
        data.flush();
        atWork().writeTo(out);
    }

    /** Reads up to where the snapshot of the member at work begins. */
    static MembersSnapshot read(InputStream in) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32C());
        DataInputStream data = new DataInputStream(checked);
        if (data.readInt() != MAGIC || data.readInt() != VERSION) {
            throw new IOException("Not a checkpoint of several trainings by this version of Netloom.");
        }
        long iterations = data.readLong();
        int epochs = data.readInt();
        int count = data.readInt();
        if (count < 0 || count > MOST_MEMBERS) {
            throw new IOException("The checkpoint is damaged: " + count + " members.");
        }
        List<FinishedMember> done = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Member member = new Member(data.readInt(), data.readDouble(), data.readDouble());
            done.add(new FinishedMember(member, Snapshot.readFloats(data)));
        }
        long sum = checked.getChecksum().getValue();
        if (data.readLong() != sum) {
            throw new IOException("The checkpoint is damaged: its checksum does not fit.");
        }
        return new MembersSnapshot(iterations, epochs, done, null);
    }
}
