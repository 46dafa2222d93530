package org.netloom.datasets;

import java.util.List;
import org.netloom.design.Shape;

/**
 * What is known of a dataset without loading it.
 *
 * @param id stable name for programs and addresses, such as {@code moons}
 * @param help what it is and what it teaches, in a few sentences
 * @param input the shape of one example
 * @param size examples in all its parts together
 * @param standardTestPart whether the dataset itself says which examples are for testing
 * @param featureNames one name a feature (of a vector or sequence); empty for images and codes
 * @param vocabulary what the codes of the input stand for, by code; code 0 is padding. Empty where inputs are no codes.
 */
public record DatasetInfo(
        String id,
        String name,
        String help,
        Shape input,
        Target target,
        int size,
        boolean standardTestPart,
        List<String> featureNames,
        List<String> vocabulary) {

    public DatasetInfo {
        featureNames = List.copyOf(featureNames);
        vocabulary = List.copyOf(vocabulary);
    }

    /** A dataset whose inputs are numbers. */
    public DatasetInfo(
            String id,
            String name,
            String help,
            Shape input,
            Target target,
            int size,
            boolean standardTestPart,
            List<String> featureNames) {
        this(id, name, help, input, target, size, standardTestPart, featureNames, List.of());
    }

    /** Inputs are whole codes (of words, of letters), one at each step, for an embedding to look up. */
    public boolean hasCodes() {
        return !vocabulary.isEmpty();
    }
}
