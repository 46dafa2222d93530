package org.netloom.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The layers that Deeplearning4j lacks, as a small jar of their own class files: with it beside DL4J every downloaded model opens. Made
 * from the classes of this very program, wherever they were loaded from.
 */
final class LayersJar {

    static final String NAME = "netloom-layers.jar";

    private static final String PLACE = "org/netloom/training/engine/dl4j/";

    /** One of them, by which the others are found. */
    private static final String ANCHOR = "OwnLayer.class";

    private static final byte[] MANIFEST =
            "Manifest-Version: 1.0\r\nAutomatic-Module-Name: org.netloom.layers.dl4j\r\n\r\n"
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private LayersJar() {}

    static void writeTo(OutputStream out) throws IOException {
        ZipOutputStream jar = new ZipOutputStream(out);
        begin(jar, "META-INF/MANIFEST.MF");
        jar.write(MANIFEST);
        for (Resource file : classes()) {
            begin(jar, PLACE + file.getFilename());
            try (InputStream in = file.getInputStream()) {
                in.transferTo(jar);
            }
        }
        jar.finish();
    }

    private static List<Resource> classes() throws IOException {
        ClassLoader loader = LayersJar.class.getClassLoader();
        String one = Objects.requireNonNull(loader.getResource(PLACE + ANCHOR), ANCHOR)
                .toString();
        String all = one.substring(0, one.length() - ANCHOR.length()) + "*.class";
        return Arrays.stream(new PathMatchingResourcePatternResolver(loader).getResources(all))
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }

    /** Always the same time, so that the same classes make the same file. */
    private static void begin(ZipOutputStream jar, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2020, 1, 1, 0, 0));
        jar.putNextEntry(entry);
    }
}
