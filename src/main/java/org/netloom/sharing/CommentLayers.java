package org.netloom.sharing;

import java.util.List;
import java.util.Optional;
import org.netloom.design.CleanName;
import org.netloom.design.Layer;
import org.netloom.editor.Project;
import org.netloom.editor.store.ProjectStore;
import org.netloom.sharing.store.CommentStore;
import org.springframework.stereotype.Component;

/** The layers that comments are about, as they are called in the design of now. */
@Component
class CommentLayers {

    private final ProjectStore projects;

    CommentLayers(ProjectStore projects) {
        this.projects = projects;
    }

    /** The name of a layer of a project's design; runs have no layers to talk about, but snapshots of them. */
    Optional<String> name(Subject subject, String layer) {
        return subject.kind() == Subject.Kind.PROJECT
                ? projects.find(subject.id())
                        .map(project -> project.design().layers().get(layer))
                        .map(Layer::name)
                        .map(name -> CleanName.is(name) ? name : layer)
                : Optional.empty();
    }

    /** The same comments with the names that their layers have now. */
    List<Comment> named(Subject subject, List<Comment> comments) {
        if (subject.kind() == Subject.Kind.RUN
                || comments.stream().allMatch(each -> each.layer().isEmpty())) {
            return comments;
        }
        Optional<Project> project = projects.find(subject.id());
        return comments.stream()
                .map(comment -> comment.layer()
                        .map(then -> CommentStore.about(comment, now(project, then)))
                        .orElse(comment))
                .toList();
    }

    private static Comment.Layer now(Optional<Project> project, Comment.Layer then) {
        return project.map(found -> found.design().layers().get(then.id()))
                .map(layer -> new Comment.Layer(then.id(), layer.name(), false))
                .orElse(new Comment.Layer(then.id(), then.name(), true));
    }
}
