package org.netloom.training.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netloom.design.Design;
import org.netloom.design.Result;
import org.netloom.design.Shape;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Network;
import org.netloom.layers.Op;
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

    private static final int MOST_THREADS = 8;

    /** Suits most networks. */
    static TrainerLaunch usual() {
        return with(1, Map.of());
    }

    /**
     * Convolutions are large enough to be shared among threads, which sleep when they wait: where another process wants the
     * processors too, threads that spin bring training to a standstill. What convolutions work with is given back and asked for
     * again at every step; told so, the C library keeps it instead of returning it to the system.
     */
    static TrainerLaunch forPictures() {
        return with(
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
                Map.of(
                        "OMP_WAIT_POLICY", "PASSIVE",
                        "MALLOC_MMAP_THRESHOLD_", "1073741824",
                        "MALLOC_TRIM_THRESHOLD_", "4294967296",
                        "MALLOC_TOP_PAD_", "134217728"));
    }

    private static TrainerLaunch with(int threads, Map<String, String> more) {
        Map<String, String> environment = new LinkedHashMap<>(more);
        environment.put("OMP_NUM_THREADS", String.valueOf(threads));
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
        return forDesign(run.snapshot().design());
    }

    static TrainerLaunch forDesign(Design design) {
        boolean pictures = LayerCatalog.standard().lower(design) instanceof Result.Ok<Network>(Network network)
                && network.nodes().stream()
                        .flatMap(node -> node.ops().stream())
                        .anyMatch(op -> op instanceof Op.Conv conv && conv.input() instanceof Shape.Image);
        return pictures ? forPictures() : usual();
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
