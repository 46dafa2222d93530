package org.netloom.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts this same program once more in another role. */
final class SelfCommand {

    private static final String MAIN = "org.netloom.Netloom";

    private SelfCommand() {}

    /** The same Java with the same classes: {@code java -jar netloom.jar worker}, or the class path it was started with. */
    static List<String> inRole(String... role) {
        return inRole(List.of(role), System.getProperty("java.home"), System.getProperty("java.class.path"));
    }

    static List<String> inRole(List<String> role, String javaHome, String classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(javaHome, "bin", File.separatorChar == '\\' ? "java.exe" : "java")
                .toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        if (isOneJar(classPath)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, MAIN));
        }
        command.addAll(role);
        return List.copyOf(command);
    }

    private static boolean isOneJar(String classPath) {
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
    }
}
