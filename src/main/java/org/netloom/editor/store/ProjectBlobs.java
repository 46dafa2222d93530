package org.netloom.editor.store;

/** Which large contents belong to a project. A test finds every table that refers to some. */
final class ProjectBlobs {

    static final String OF_PROJECT = """
            select model from run where project_id = :project and model is not null
            union
            select checkpoint.blob_id from checkpoint join run on run.id = checkpoint.run_id where run.project_id = :project
            union
            select run_file.blob_id from run_file join run on run.id = run_file.run_id where run.project_id = :project
            """;

    private ProjectBlobs() {}
}
