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
 * @param featureNames one name a feature; empty for images
 */
public record DatasetInfo(
        String id,
        String name,
        String help,
        Shape input,
        Target target,
        int size,
        boolean standardTestPart,
        List<String> featureNames) {

    public DatasetInfo {
        featureNames = List.copyOf(featureNames);
    }
}
