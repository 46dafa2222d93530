package org.netloom.layers.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerType;

/**
 * Every layer type of this package, in the order of the palette's shelves. A new layer is one file here and one test: it is found by
 * being here.
 */
public final class Catalog {

    private static final String CLASS = ".class";
    private static final LayerCatalog STANDARD = of(Catalog.class);

    private Catalog() {}

    public static LayerCatalog standard() {
        return STANDARD;
    }

    /** The layer types beside this class, wherever it was loaded from. */
    static LayerCatalog of(Class<?> anchor) {
        String own = anchor.getSimpleName() + CLASS;
        URL place = Objects.requireNonNull(anchor.getResource(own), own);
        try (Stream<String> files = filesBeside(place)) {
            return new LayerCatalog(files.filter(file -> file.endsWith(CLASS) && file.indexOf('$') < 0)
                    .map(file -> anchor.getPackageName() + "." + file.substring(0, file.length() - CLASS.length()))
                    .map(name -> load(name, anchor.getClassLoader()))
                    .filter(type -> LayerType.class.isAssignableFrom(type) && !type.isInterface())
                    .filter(type -> !java.lang.reflect.Modifier.isAbstract(type.getModifiers()))
                    .map(Catalog::create)
                    .sorted(Comparator.comparing(LayerType::category)
                            .thenComparing(LayerType::place)
                            .thenComparing(LayerType::label))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The layers of the catalog cannot be read", e);
        }
    }

    private static Stream<String> filesBeside(URL place) throws IOException {
        if (place.openConnection() instanceof JarURLConnection jar) {
            String entry = jar.getEntryName();
            String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
            List<String> files = jar.getJarFile().stream()
                    .map(java.util.zip.ZipEntry::getName)
                    .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
                    .map(name -> name.substring(folder.length()))
                    .toList();
            return files.stream();
        }
        Path folder =
                Objects.requireNonNull(Path.of(URI.create(place.toString())).getParent());
        return Files.list(folder).map(file -> String.valueOf(file.getFileName()));
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A class file of the catalog is damaged: " + name, e);
        }
    }

    private static LayerType create(Class<?> type) {
        try {
            return (LayerType) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no constructor without arguments", e);
        }
    }
}
