package io.partnerflow.devices;

import io.partnerflow.engine.Variable;

/** The names {@code processes/seat-exception.bpmn}, its form and this module agree on. */
final class SeatExceptionProcess {

    static final Variable<String> REGISTRATION_NUMBER = Variable.id("registrationNumber");
    static final Variable<String> COUNTRY = Variable.id("country");
    static final Variable<String> VALID_UNTIL = Variable.id("validUntil");
    static final Variable<String> REASON = Variable.note("reason");

    private SeatExceptionProcess() {}
}
