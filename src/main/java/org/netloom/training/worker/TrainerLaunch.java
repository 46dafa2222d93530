package org.netloom.training.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netloom.training.Run;

/**
 * How a trainer process is started. Thread counts are read from the environment once, before the first native call, so that they are
 * chosen here, for each run.
 */
public record TrainerLaunch(Map<String, String> environment, List<String> flags) {

    public TrainerLaunch {
        environment = Map.copyOf(environment);
        flags = List.copyOf(flags);
    }

    /** Suits most networks. */
    static TrainerLaunch usual() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("OPENBLAS_NUM_THREADS", "1");
        return new TrainerLaunch(
                environment,
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xshare:auto",
                        "-XX:MaxRAMPercentage=50",
                        NativeLibrary.flag()));
    }

    static TrainerLaunch forRun(Run run) {
        return usual();
    }

    ProcessBuilder command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, "org.netloom.Netloom"));
        }
        command.add("trainer");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }
}
