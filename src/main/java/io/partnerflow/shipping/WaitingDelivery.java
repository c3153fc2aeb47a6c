package io.partnerflow.shipping;

import java.time.Instant;

/**
 * An order of which pieces wait to be sent.
 *
 * @param pieces how many
 * @param since  when the first of them came
 */
public record WaitingDelivery(String order, String customer, int pieces, Instant since) {}
