package org.netloom.editor;

import org.netloom.design.CleanName;
import org.netloom.design.Result;

/** What a project may be called. */
final class ProjectName {

    static final int LONGEST = 100;

    private ProjectName() {}

    static Result<String> sound(String name) {
        return CleanName.sound(name, LONGEST, "A project");
    }

    /** Of a copy that lies beside what it was copied from. */
    static String copyOf(String name) {
        String suffix = " (copy)";
        return name.length() + suffix.length() <= LONGEST
                ? name + suffix
                : name.substring(0, LONGEST - suffix.length()) + suffix;
    }
}
