package org.netloom.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.netloom.design.Design;
import org.netloom.design.Value;
import org.netloom.training.Check;
import org.netloom.training.PreRunCheck;
import org.netloom.workspace.Open;
import org.springframework.stereotype.Component;

/** The check of the newest design of each project in use, made once for all pages that show it. */
@Open(to = Open.To.EVERYONE, because = "it works out what follows from a project that the caller has read already")
@Component
public class SharedChecks {

    private static final int MOST = 200;

    private final PreRunCheck checker;
    private final Map<UUID, Made> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Made> eldest) {
            return size() > MOST;
        }
    };

    private record Made(Design design, Map<String, Value> plan, CompletableFuture<Check> check) {
        /** The very same design: equal ones are not worth the comparison. */
        boolean isOf(Project project) {
            return design == project.design() && plan.equals(project.plan());
        }
    }

    SharedChecks(PreRunCheck checker) {
        this.checker = checker;
    }

    public Check of(Project project) {
        Made mine = new Made(project.design(), project.plan(), new CompletableFuture<>());
        Made known;
        synchronized (made) {
            known = made.get(project.id());
            if (known == null || !known.isOf(project)) {
                made.put(project.id(), mine);
                known = mine;
            }
        }
        if (known == mine) {
            try {
                mine.check().complete(checker.check(project.design(), project.plan()));
            } catch (RuntimeException e) {
                mine.check().completeExceptionally(e);
                synchronized (made) {
                    made.remove(project.id(), mine);
                }
                throw e;
            }
        }
        return known.check().join();
    }
}
