package org.netloom.datasets;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;

/**
 * Every dataset that there is. Listing and finding load nothing; loaded examples stay in memory as long as there is room.
 * Safe for use by several threads.
 */
public final class DatasetCatalog {

    /** Examples in a preview: enough for a scatter plot of every planar set. */
    private static final int PREVIEWED = 1_000;

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, SoftReference<Examples>> loaded = new ConcurrentHashMap<>();
    private final Map<String, Preview> previews = new ConcurrentHashMap<>();

    /** @param home NETLOOM_HOME, whose folder {@code datasets} holds the data that is not built in */
    public DatasetCatalog(Path home) {
        Stream.of(
                        Gates.sources(),
                        Planar.sources(),
                        Curves.sources(),
                        List.of(Iris.source(), Digits.source(), Shapes.source(), new Mnist(home)),
                        Series.sources(),
                        Puzzles.sources(),
                        List.of(Letters.source(), Reviews.source()))
                .flatMap(List::stream)
                .forEach(source -> sources.put(source.info().id(), source));
    }

    /** All datasets in the order in which they are shown. */
    public List<DatasetInfo> all() {
        return sources.values().stream().map(Source::info).toList();
    }

    public Optional<DatasetInfo> find(String id) {
        return Optional.ofNullable(sources.get(id)).map(Source::info);
    }

    /** Whether {@link #load} would do without the network. */
    public boolean isHere(String id) {
        Source source = sources.get(id);
        return source != null && source.isHere();
    }

    /** The examples; refused where there is no such dataset, or where its files are damaged, missing or out of reach. */
    public Result<Examples> load(String id) {
        Source source = sources.get(id);
        if (source == null) {
            return Result.refused(unknown(id));
        }
        Examples kept = kept(id);
        if (kept != null) {
            return Result.ok(kept);
        }
        synchronized (source) {
            Examples meanwhile = kept(id);
            if (meanwhile != null) {
                return Result.ok(meanwhile);
            }
            Result<Examples> fresh = source.load();
            if (fresh.isOk()) {
                loaded.put(id, new SoftReference<>(fresh.get()));
            }
            return fresh;
        }
    }

    /**
     * A look at a dataset. Does not keep the examples of a large one in memory for it: the web process shows datasets and
     * trains on none.
     */
    public Result<Preview> preview(String id) {
        Source source = sources.get(id);
        if (source == null) {
            return Result.refused(unknown(id));
        }
        Preview seen = previews.get(id);
        if (seen != null) {
            return Result.ok(seen);
        }
        synchronized (source) {
            Preview meanwhile = previews.get(id);
            if (meanwhile != null) {
                return Result.ok(meanwhile);
            }
            Examples kept = kept(id);
            Result<Examples> examples = kept == null ? source.load() : Result.ok(kept);
            Result<Preview> fresh = examples.map(loadedNow -> Preview.of(loadedNow, PREVIEWED));
            if (fresh.isOk()) {
                previews.put(id, fresh.get());
            }
            return fresh;
        }
    }

    /** The preview if somebody has looked before; empty otherwise. Cheap. */
    public Optional<Preview> seenPreview(String id) {
        return Optional.ofNullable(previews.get(id));
    }

    private @Nullable Examples kept(String id) {
        SoftReference<Examples> reference = loaded.get(id);
        return reference == null ? null : reference.get();
    }

    private Problem unknown(String id) {
        return Problem.error(
                        "unknown-dataset",
                        "There is no dataset “" + id + "”.",
                        "The datasets are " + String.join(", ", sources.keySet()) + ".",
                        "Choose one of them.")
                .of("dataset");
    }
}
