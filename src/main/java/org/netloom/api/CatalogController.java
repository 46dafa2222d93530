package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netloom.format.DesignJson;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerType;
import org.netloom.templates.Template;
import org.netloom.templates.Templates;
import org.netloom.training.PlanForm;
import org.netloom.workspace.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Catalog", description = "What designs and plans are made of.")
class CatalogController {

    private final LayerCatalog layers;

    CatalogController(LayerCatalog layers) {
        this.layers = layers;
    }

    @Schema(name = "LayerType")
    record LayerTypeView(
            @Schema(description = "Stable name in documents.", example = "dense")
            String type,

            @Schema(description = "Raised when the meaning of a parameter changes.")
            int version,

            String label,
            String category,
            String icon,
            String help,
            String formula,

            @Schema(description = "Least number of wires in.")
            int leastInputs,

            @Schema(description = "Greatest number of wires in.")
            int mostInputs,

            boolean givesOutput,
            List<ParameterView> parameters) {

        static LayerTypeView of(LayerType type) {
            return new LayerTypeView(
                    type.id(),
                    type.version(),
                    type.label(),
                    type.category().label(),
                    type.icon(),
                    type.help(),
                    type.formula(),
                    type.arity().least(),
                    type.arity().most(),
                    type.arity().givesOutput(),
                    type.parameters().stream().map(ParameterView::of).toList());
        }
    }

    @Schema(name = "Template")
    record TemplateView(
            @Schema(description = "Stable name; a new project may begin from it.")
            String id,

            String title,
            String chapter,

            @Schema(description = "What there is to learn from it.")
            String teaches,

            @Schema(description = "The result to expect, with its source.")
            String expected,

            @Schema(description = "Id of the dataset it learns from.") @Nullable
            String dataset,

            @Schema(implementation = DesignDocument.class) JsonNode design,

            @Schema(description = "All settings of its training plan.")
            Map<String, @Nullable Object> plan) {

        static TemplateView of(Template template) {
            Map<String, @Nullable Object> plan = PlanDocument.effective(template.plan());
            return new TemplateView(
                    template.id(),
                    template.title(),
                    template.chapter(),
                    template.teaches(),
                    template.expected(),
                    String.valueOf(plan.get("dataset")),
                    DesignJson.write(template.design()),
                    plan);
        }
    }

    @Open(to = Open.To.SIGNED_IN, because = "it is the same for everybody")
    @GetMapping("/layers")
    @Operation(
            summary = "The layer catalog",
            description = "Every layer type with its parameters, their kinds, ranges, defaults and help.")
    List<LayerTypeView> listLayerTypes() {
        return layers.types().stream().map(LayerTypeView::of).toList();
    }

    @Open(to = Open.To.SIGNED_IN, because = "it is the same for everybody")
    @GetMapping("/plan-settings")
    @Operation(
            summary = "The settings of a training plan",
            description =
                    "Every setting with its kind, range, default and help. The document of a plan is one flat object of them.")
    List<ParameterView> listPlanSettings() {
        return PlanForm.parameters().stream().map(ParameterView::of).toList();
    }

    @Open(to = Open.To.SIGNED_IN, because = "it is the same for everybody")
    @GetMapping("/templates")
    @Operation(
            summary = "Ready designs",
            description = "In course order, each with its dataset, its plan and the result to expect.")
    List<TemplateView> listTemplates() {
        return Templates.all().stream().map(TemplateView::of).toList();
    }
}
