package org.netloom.datasets;

import java.util.List;

/**
 * One of the four files of MNIST, as its authors published it.
 *
 * @param name without {@code .gz}
 * @param dims what its header must say: the count, then the size of one item
 * @param sha256 of the unpacked file, so that it does not matter who packed it
 */
record MnistFile(String name, List<Integer> dims, String sha256) {

    static final MnistFile TRAIN_IMAGES = new MnistFile(
            "train-images-idx3-ubyte",
            List.of(60_000, 28, 28),
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    static final MnistFile TRAIN_LABELS = new MnistFile(
            "train-labels-idx1-ubyte",
            List.of(60_000),
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    static final MnistFile TEST_IMAGES = new MnistFile(
            "t10k-images-idx3-ubyte",
            List.of(10_000, 28, 28),
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    static final MnistFile TEST_LABELS = new MnistFile(
            "t10k-labels-idx1-ubyte",
            List.of(10_000),
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    static final List<MnistFile> ALL = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    MnistFile {
        dims = List.copyOf(dims);
    }
}
