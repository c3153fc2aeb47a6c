package io.partnerflow.shipping;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names the processes about deliveries and this module agree on. */
final class DeliveryProcess {

    /** About an order. */
    static final String DELIVERY_SHIPPED = "delivery.shipped";

    static final String DELIVERY_SETTLED = "delivery.settled";
    static final String DELIVERY_RECALLED = "delivery.recalled";

    /** About a shipment. */
    static final String SHIPMENT_SENT = "shipment.sent";

    static final String SHIPMENT_RECEIVED = "shipment.received";
    static final String SHIPMENT_INCOMPLETE = "shipment.incomplete";
    static final String SHIPMENT_RECALLED = "shipment.recalled";

    /** About a damage report. */
    static final String DAMAGE_REPORTED = "damage.reported";

    static final String DAMAGE_CLOSED = "damage.closed";
    static final String REPLACEMENT_SHIPPED = "damage.replacement-shipped";

    /** {@code ship}, {@code await} or {@code nothing}. */
    static final Variable<String> DELIVERY_LEFT = Variable.id("deliveryLeft");

    static final Variable<Instant> RECEIPT_REMINDER_AT = Variable.moment("receiptReminderAt");
    static final Variable<Instant> RECEIPT_DEADLINE = Variable.moment("receiptDeadline");
    static final Variable<String> ARRIVED_ON = Variable.id("arrivedOn");
    static final Variable<String> CLARIFICATION = Variable.note("clarification");
    static final Variable<String> REFUSAL_REASON = Variable.note("refusalReason");
    static final Variable<String> MISSING_SERIALS = Variable.note("missingSerials");

    private DeliveryProcess() {}
}
