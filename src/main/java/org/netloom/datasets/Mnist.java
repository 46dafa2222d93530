package org.netloom.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Shape;

/** The handwritten digits of MNIST: read from {@code datasets/mnist}, where they are put on first use if they are missing. */
record Mnist(DatasetInfo info, Path folder) implements Source {

    Mnist(Path home) {
        this(
                new DatasetInfo(
                        "mnist",
                        "MNIST",
                        "70,000 handwritten digits, 28 × 28 grey pixels, 10,000 of them for testing (LeCun, Cortes, Burges)."
                                + " The measure that every course starts with: a small hidden layer reaches 97 to 98 %.",
                        new Shape.Image(1, 28, 28),
                        new Target.Classes(
                                IntStream.range(0, 10).mapToObj(String::valueOf).toList()),
                        70_000,
                        true,
                        List.of()),
                home.toAbsolutePath().normalize().resolve("datasets").resolve("mnist"));
    }

    @Override
    public boolean isHere() {
        return MnistFile.ALL.stream().allMatch(file -> onDisk(file).isPresent());
    }

    @Override
    public Result<Examples> load() {
        return content(MnistFile.TRAIN_IMAGES)
                .then(trainImages -> content(MnistFile.TRAIN_LABELS)
                        .then(trainLabels -> content(MnistFile.TEST_IMAGES)
                                .then(testImages -> content(MnistFile.TEST_LABELS)
                                        .map(testLabels -> joined(trainImages, testImages, trainLabels, testLabels)))));
    }

    private Examples joined(byte[] trainImages, byte[] testImages, byte[] trainLabels, byte[] testLabels) {
        float[] features = new float[trainImages.length + testImages.length];
        pixels(trainImages, features, 0);
        pixels(testImages, features, trainImages.length);
        int[] classes = new int[trainLabels.length + testLabels.length];
        for (int at = 0; at < classes.length; at++) {
            classes[at] = at < trainLabels.length ? trainLabels[at] : testLabels[at - trainLabels.length];
        }
        return new Examples(info, features, classes, new float[0], trainLabels.length);
    }

    private static void pixels(byte[] bytes, float[] features, int from) {
        for (int at = 0; at < bytes.length; at++) {
            features[from + at] = (bytes[at] & 0xff) / 255f;
        }
    }

    private Result<byte[]> content(MnistFile file) {
        Optional<Path> known = onDisk(file);
        if (known.isEmpty()) {
            try {
                Mirrors.fetch(file, folder);
            } catch (IOException e) {
                return Result.refused(missing(file, e));
            }
        }
        Path path = known.or(() -> onDisk(file)).orElse(folder.resolve(file.name()));
        try {
            return Result.ok(IdxReader.read(path, file.dims(), file.sha256()));
        } catch (IOException e) {
            return Result.refused(damaged(file, path, e));
        }
    }

    private Optional<Path> onDisk(MnistFile file) {
        return Stream.of(folder.resolve(file.name()), folder.resolve(file.name() + ".gz"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Problem missing(MnistFile file, IOException why) {
        return Problem.error(
                        "mnist-missing",
                        "MNIST is not there: " + file.name() + " is not in " + folder
                                + ", and it could not be downloaded (" + why.getMessage() + ").",
                        "The four files "
                                + String.join(
                                        ", ",
                                        MnistFile.ALL.stream()
                                                .map(MnistFile::name)
                                                .toList())
                                + " (each may end in .gz) lie in that folder, or the network can be reached.",
                        "Connect to the network and try again, or copy the files into " + folder
                                + ". Rendered digits need no download.")
                .of("dataset");
    }

    private Problem damaged(MnistFile file, Path path, IOException why) {
        boolean readable = why instanceof IdxReader.Damaged;
        return Problem.error(
                        readable ? "mnist-damaged" : "mnist-unreadable",
                        path + (readable ? " " : " cannot be read: ") + why.getMessage() + "."
                                + (readable ? FileHash.sentence(path) : ""),
                        "Unpacked, it has the SHA-256 " + file.sha256() + ".",
                        "Delete the file (it is then downloaded again), or put the original into " + folder + ".")
                .of("dataset");
    }
}
