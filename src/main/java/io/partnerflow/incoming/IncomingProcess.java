package io.partnerflow.incoming;

import io.partnerflow.engine.Variable;

/** Names shared with {@code processes/incoming-mail.bpmn}. */
final class IncomingProcess {

    static final String MAIL_RECEIVED = "mail.received";

    static final String PLACE_MAIL = "userTask_placeMail";
    static final String SEE_TO_MAIL = "userTask_seeToMail";

    static final Variable<String> MAIL_STEP = Variable.id("mailStep");
    static final Variable<String> MAIL_DESK = Variable.id("mailDesk");
    static final Variable<Boolean> MAIL_TAKEN = Variable.flag("mailTaken");
    static final Variable<Boolean> MAIL_DONE = Variable.flag("mailDone");

    static final Variable<String> MAIL_PLACEMENT = Variable.id("mailPlacement");
    static final Variable<String> PLACE_AT = Variable.id("placeAt");
    static final Variable<String> MAIL_OUTCOME = Variable.id("mailOutcome");
    static final Variable<String> MAIL_NOTE = Variable.note("mailNote");

    private IncomingProcess() {}
}
