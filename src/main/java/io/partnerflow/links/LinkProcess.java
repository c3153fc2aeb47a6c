package io.partnerflow.links;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/link-request.bpmn} and this module agree on. */
final class LinkProcess {

    static final String REQUEST_MADE = "link-request.made";
    static final String REQUEST_ANSWERED = "link-request.answered";
    static final String REQUEST_WITHDRAWN = "link-request.withdrawn";

    static final String DECIDE_TASK = "link-request.decide-link-request";

    static final Variable<Boolean> ORGANISATION_CAN_ANSWER = Variable.flag("organisationCanAnswer");
    static final Variable<Boolean> LINK_ACCEPTED = Variable.flag("linkAccepted");
    static final Variable<String> LINK_DECISION = Variable.id("linkDecision");
    static final Variable<Instant> LINK_REMINDER_AT = Variable.moment("linkReminderAt");
    static final Variable<Instant> LINK_DEADLINE = Variable.moment("linkDeadline");

    private LinkProcess() {}
}
