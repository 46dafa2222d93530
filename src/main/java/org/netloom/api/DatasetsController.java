package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Examples;
import org.netloom.datasets.Preview;
import org.netloom.datasets.Target;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Datasets", description = "What networks learn from.")
class DatasetsController {

    private static final int MOST_ROWS = 200;

    private final Access access;
    private final DatasetCatalog datasets;

    DatasetsController(Access access, DatasetCatalog datasets) {
        this.access = access;
        this.datasets = datasets;
    }

    @Schema(name = "Dataset")
    record DatasetView(
            @Schema(description = "Stable name.", example = "iris")
            String id,

            String name,
            String help,

            @Schema(description = "Shape of one example; images are channels, height, width.", example = "[4]")
            List<Long> input,

            @Schema(
                    description = "What is to be predicted.",
                    allowableValues = {"classes", "classes-per-step", "numbers"})
            String target,

            @Schema(description = "Names of the classes, or of the numbers.")
            List<String> targetNames,

            int size,

            @Schema(description = "It has a test part of its own.")
            boolean standardTestPart,

            @Schema(description = "Empty for images and codes.")
            List<String> featureNames,

            @Schema(description = "What the codes of the input stand for, by code; empty where inputs are no codes.")
            List<String> vocabulary,

            @Schema(description = "It can be loaded without the network.")
            boolean here) {}

    @Schema(name = "DatasetPreview")
    record PreviewView(
            DatasetView dataset,
            List<RowView> rows,

            @Schema(description = "Examples in each class; empty for numbers.")
            List<Integer> histogram,

            @Schema(description = "One a feature or channel, then one a number to predict.")
            List<StatisticView> statistics) {}

    @Schema(name = "DatasetRow")
    record RowView(
            int index,
            float[] features,

            @Schema(description = "Name of the class; null for numbers.") @Nullable
            String label,

            @Schema(description = "Targets; empty for classes.")
            float[] numbers,

            @Schema(description = "Name of the class at each step that counts; empty unless there is one at each step.")
            List<String> labels,

            @Schema(description = "Steps that count; the rest is padding. 1 where the example is no sequence.")
            int length) {}

    @Schema(name = "DatasetStatistic")
    record StatisticView(String name, double least, double most, double mean, double deviation) {}

    @Needs(Action.SEE)
    @GetMapping("/workspaces/{workspace}/datasets")
    @Operation(summary = "The datasets of a workspace", description = "Those built in, in the order they are shown.")
    List<DatasetView> listDatasets(@PathVariable UUID workspace) {
        access.check(workspace, Action.SEE);
        return datasets.all().stream().map(this::view).toList();
    }

    @Open(to = Open.To.SIGNED_IN, because = "data that is built in is the same for everybody")
    @GetMapping("/datasets/{dataset}")
    @Operation(summary = "A dataset")
    DatasetView getDataset(@PathVariable String dataset) {
        return view(find(dataset));
    }

    @Open(to = Open.To.SIGNED_IN, because = "data that is built in is the same for everybody")
    @GetMapping("/datasets/{dataset}/preview")
    @Operation(
            summary = "A look at a dataset",
            description =
                    "Its first examples, the size of each class, and statistics. Data that is not here yet is downloaded.")
    PreviewView previewDataset(
            @PathVariable String dataset,
            @Parameter(description = "Examples to show, at most 200.") @RequestParam(defaultValue = "20") int rows) {
        DatasetInfo info = find(dataset);
        if (rows < 0 || rows > MOST_ROWS) {
            throw Refused.badRequest(
                    "bad-parameter",
                    "“" + rows + "” is no value for “rows”.",
                    "A preview shows 0 to " + MOST_ROWS + " examples.",
                    "Correct it in the address.");
        }
        Preview preview = Preview.of(load(dataset), rows);
        return new PreviewView(
                view(info),
                preview.rows().stream().map(row -> row(info, row)).toList(),
                preview.histogram(),
                preview.statistics().stream()
                        .map(each -> new StatisticView(
                                each.name(), each.least(), each.most(), each.mean(), each.deviation()))
                        .toList());
    }

    private DatasetInfo find(String id) {
        access.signedIn(false);
        return datasets.find(id)
                .orElseThrow(() -> new Refused(
                        404,
                        Problem.error(
                                "unknown-dataset",
                                "There is no dataset “" + id + "”.",
                                "The datasets are "
                                        + String.join(
                                                ", ",
                                                datasets.all().stream()
                                                        .map(DatasetInfo::id)
                                                        .toList()) + ".",
                                "Choose one of them.")));
    }

    /** What is known but cannot be had now is not the asker's fault. */
    private Examples load(String id) {
        return switch (datasets.load(id)) {
            case Result.Ok<Examples> ok -> ok.value();
            case Result.Refused<Examples> refused -> throw new Refused(503, refused.problems());
        };
    }

    private static RowView row(DatasetInfo info, Preview.Row row) {
        return new RowView(
                row.index(),
                row.features(),
                row.label() < 0 ? null : info.target().names().get(row.label()),
                row.numbers(),
                Arrays.stream(row.labels())
                        .limit(row.length())
                        .mapToObj(info.target().names()::get)
                        .toList(),
                row.length());
    }

    private DatasetView view(DatasetInfo info) {
        return new DatasetView(
                info.id(),
                info.name(),
                info.help(),
                info.input().dims(),
                switch (info.target()) {
                    case Target.Classes classes -> "classes";
                    case Target.ClassesPerStep classes -> "classes-per-step";
                    case Target.Numbers numbers -> "numbers";
                },
                info.target().names(),
                info.size(),
                info.standardTestPart(),
                info.featureNames(),
                info.vocabulary(),
                datasets.isHere(info.id()));
    }
}
