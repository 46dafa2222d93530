package org.netloom.training.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.nd4j.linalg.factory.Nd4j;

/** What computes on this machine. */
public final class Backend {

    private Backend() {}

    /**
     * @param name CPU or CUDA
     * @param devices the processor, or the GPUs
     * @param note why not CUDA, if not
     */
    public record Description(String name, String engine, String devices, String note) {}

    /** Loads the native library, if that has not happened yet. */
    public static Description describe() {
        boolean cuda = !Nd4j.getBackend().getClass().getSimpleName().startsWith("Cpu");
        String engine = "Deeplearning4j " + version();
        if (cuda) {
            return new Description("CUDA", engine, Nd4j.getAffinityManager().getNumberOfDevices() + " GPU(s)", "");
        }
        return new Description("CPU", engine, processor(), whyNotCuda());
    }

    private static String version() {
        String version = Nd4j.class.getPackage().getImplementationVersion();
        return version == null ? "1.0.0-M2.1" : version;
    }

    private static String whyNotCuda() {
        boolean packed =
                Backend.class.getClassLoader().getResource("org/nd4j/linalg/jcublas/JCublasBackend.class") != null;
        return packed
                ? "CUDA is installed, but no GPU could be used. It needs an NVIDIA GPU from Kepler to Ada with its driver; "
                        + "newer ones such as H100 are not supported by Deeplearning4j 1.0.0-M2.1."
                : "This installation was built for the CPU. Build it with the profile cuda to train on an NVIDIA GPU.";
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try (Stream<String> lines = Files.lines(info)) {
                name = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(name);
            } catch (IOException unreadable) {
                return name;
            }
        }
        return name + ", " + Runtime.getRuntime().availableProcessors() + " cores";
    }
}
