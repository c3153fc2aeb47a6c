package io.partnerflow.imports;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through a file as if it were written, in a transaction of its own that is always undone. */
@Component
class DryRun {

    private final Takeover takeover;
    private final TransactionTemplate undone;

    DryRun(Takeover takeover, PlatformTransactionManager transactions) {
        this.takeover = takeover;
        this.undone = new TransactionTemplate(transactions);
        this.undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void check(ImportFile file, Scope scope, Findings findings) {
        undone.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            takeover.check(file, scope, findings);
        });
    }
}
