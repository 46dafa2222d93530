package org.netloom.training;

import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Blocks;
import org.netloom.design.Design;
import org.netloom.design.Problem;
import org.netloom.layers.LayerCatalog;
import org.netloom.workspace.Quota;
import org.netloom.workspace.QuotaProblems;
import org.netloom.workspace.Quotas;
import org.springframework.stereotype.Component;

/** How large a design may be in its workspace. */
@Component
public class DesignLimits {

    private final LayerCatalog catalog;
    private final Quotas quotas;

    public DesignLimits(LayerCatalog catalog, Quotas quotas) {
        this.catalog = catalog;
        this.quotas = quotas;
    }

    private record Size(long layers, long parameters) {}

    /** What keeps the design from being there. */
    public Optional<Problem> refusal(UUID workspace, Design design) {
        return refusal(size(design), quotas.allowed(workspace));
    }

    /** What keeps a design from being changed; what makes it no larger is always possible. */
    public Optional<Problem> refusal(UUID workspace, Design before, Design after) {
        Size was = size(before);
        Size is = size(after);
        return is.layers() <= was.layers() && is.parameters() <= was.parameters()
                ? Optional.empty()
                : refusal(is, quotas.allowed(workspace));
    }

    private static Optional<Problem> refusal(Size size, Quota allowed) {
        if (size.layers() > allowed.layers()) {
            return Optional.of(QuotaProblems.layers(size.layers(), allowed.layers()));
        }
        return size.parameters() > allowed.parameters()
                ? Optional.of(QuotaProblems.parameters(size.parameters(), allowed.parameters()))
                : Optional.empty();
    }

    /** A design with too many layers to be worked through has no parameters yet. */
    private Size size(Design design) {
        long layers = Blocks.size(design);
        return new Size(
                layers, layers > Blocks.MOST_LAYERS ? 0 : catalog.infer(design).parameters());
    }
}
