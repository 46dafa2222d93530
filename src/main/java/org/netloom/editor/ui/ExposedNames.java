package org.netloom.editor.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.netloom.design.Block;
import org.netloom.design.Exposed;

/** Makes exposed parameters of the names that a person typed; the stable name of one that stays is kept, so that uses keep its value. */
final class ExposedNames {

    private ExposedNames() {}

    /** @param labels what each parameter inside is to be called outside; blank: not exposed */
    static List<Exposed> of(Block block, Map<Exposed.Target, String> labels) {
        Map<String, List<Exposed.Target>> targets = new LinkedHashMap<>();
        Map<String, String> spelt = new HashMap<>();
        block.exposed().forEach(before -> targets.put(key(before.label()), new ArrayList<>()));
        labels.forEach((target, label) -> {
            if (!label.isBlank()) {
                targets.computeIfAbsent(key(label), each -> new ArrayList<>()).add(target);
                spelt.putIfAbsent(key(label), label.strip());
            }
        });
        targets.values().removeIf(List::isEmpty);
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>(Set.of(Block.REPEAT));
        block.exposed().stream()
                .filter(before -> targets.containsKey(key(before.label())))
                .filter(before -> taken.add(before.name()))
                .forEach(before -> names.putIfAbsent(key(before.label()), before.name()));
        List<Exposed> exposed = new ArrayList<>();
        targets.forEach((key, all) -> {
            String name = names.computeIfAbsent(key, none -> free(all.get(0), taken));
            exposed.add(new Exposed(name, spelt.getOrDefault(key, key), all));
        });
        return exposed;
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    private static String free(Exposed.Target target, Set<String> taken) {
        String plain = target.parameter();
        if (taken.add(plain)) {
            return plain;
        }
        String stem = target.layer().length() > 30 ? target.layer().substring(0, 30) : target.layer();
        String candidate = stem + "-" + plain;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = stem + "-" + plain + number;
        }
        return candidate;
    }
}
