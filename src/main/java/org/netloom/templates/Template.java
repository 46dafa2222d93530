package org.netloom.templates;

import java.util.Map;
import org.netloom.design.Design;
import org.netloom.design.Value;

/**
 * A ready design.
 *
 * @param teaches what there is to learn from it
 * @param expected the result to expect, with its source
 */
public record Template(
        String id,
        String title,
        String chapter,
        String teaches,
        String expected,
        Design design,
        Map<String, Value> plan) {}
