package io.partnerflow.taskmail;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.audit.OnBehalfOf;
import io.partnerflow.engine.TaskCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notes in whose place a stand-in has done a task: all that follows from it is recorded as done for that person. */
@Component
class DoneForOthers {

    private final LentDesks desks;
    private final AuditTrail audit;

    DoneForOthers(LentDesks desks, AuditTrail audit) {
        this.desks = desks;
        this.audit = audit;
    }

    @EventListener
    @Order(0) // before those who record what follows
    void on(TaskCompleted task) {
        if (task.by() == null || task.desks().isEmpty()) {
            return;
        }
        var lenders = desks.lendersTo(task.by(), task.desks());
        if (!lenders.isEmpty() && task.businessKey() != null) {
            OnBehalfOf.note(lenders.get(0)); // one name has room there; all of them stand in the entry
            audit.record(
                    "task-done-as-stand-in", task.businessKey(), task.name() + ", for " + String.join(", ", lenders));
        }
    }
}
