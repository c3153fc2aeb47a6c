package io.partnerflow.incoming;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.audit.Recorded;
import io.partnerflow.engine.OpenTasks;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** A mail that asks nothing but an answer is seen to once the answer stands in the thread: nobody has to say so twice. */
@Component
class AnsweredQuestions {

    private final IncomingRows rows;
    private final MailThread thread;
    private final OpenTasks tasks;
    private final AuditTrail audit;

    AnsweredQuestions(IncomingRows rows, MailThread thread, OpenTasks tasks, AuditTrail audit) {
        this.rows = rows;
        this.thread = thread;
        this.tasks = tasks;
        this.audit = audit;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(Recorded recorded) {
        var action = recorded.action();
        if (action.endsWith("-message-written") || action.equals("message-settled")) {
            var mails = rows.questionsAt(recorded.subject());
            if (!mails.isEmpty() && !thread.waits(recorded.subject())) {
                mails.forEach(this::seenTo);
            }
        }
    }

    private void seenTo(String mail) {
        if (tasks.about(mail).contains(IncomingProcess.SEE_TO_MAIL)) {
            var answers = new HashMap<String, Object>();
            answers.put("mailOutcome", "done");
            answers.put("mailNote", null);
            rows.actedBy(mail, audit.actor());
            tasks.complete(IncomingProcess.SEE_TO_MAIL, mail, audit.actor(), answers);
        }
    }
}
