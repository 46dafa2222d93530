package org.netloom.editor;

import java.time.Instant;
import org.netloom.editor.store.PutAwayProjects;
import org.netloom.workspace.Purge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
class ProjectPurge implements Purge {

    private final PutAwayProjects store;
    private final TransactionOperations transactions;

    ProjectPurge(PutAwayProjects store, TransactionOperations transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public boolean one(Instant deletedBefore) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> store.purgeOne(deletedBefore).isPresent()));
    }
}
