package org.netloom.templates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All templates in course order. */
public final class Templates {

    private static final List<Template> ALL = Stream.of(
                    Perceptrons.all(),
                    WorkedExample.all(),
                    Perceptrons.multilayer(),
                    Digits.all(),
                    Convolutions.all(),
                    Recurrences.all(),
                    Texts.all(),
                    Transformers.all(),
                    Autoencoders.all(),
                    Adversaries.all())
            .flatMap(List::stream)
            .toList();

    private Templates() {}

    public static List<Template> all() {
        return ALL;
    }

    public static Optional<Template> find(String id) {
        return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
