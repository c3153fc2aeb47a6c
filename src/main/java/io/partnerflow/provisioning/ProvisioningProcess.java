package io.partnerflow.provisioning;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/provisioning.bpmn} and this module agree on. */
final class ProvisioningProcess {

    /** The system says what came of a request. */
    static final String ANSWERED = "provisioning.answered";

    /** The reseller has answered the desk's question. */
    static final String CLARIFIED = "provisioning.clarified";

    static final String CLARIFY_TASK = "provisioning.clarify-provisioning";

    static final String OUTSTANDING = "answerOutstanding";
    static final String FAILED = "provisioningFailed";

    static final Variable<Boolean> ACCOUNT_NEEDED = Variable.flag("accountNeeded");
    static final Variable<Instant> NEXT_QUESTION_AT = Variable.moment("nextQuestionAt");
    static final Variable<String> SKIP_REASON = Variable.note("skipReason");
    static final Variable<String> LOGIN_ADDRESS = Variable.note("loginAddress");
    static final Variable<String> QUESTION = Variable.note("question");
    static final Variable<Instant> ANSWER_REMINDER_AT = Variable.moment("answerReminderAt");
    static final Variable<Instant> ANSWER_DEADLINE = Variable.moment("answerDeadline");

    private ProvisioningProcess() {}
}
