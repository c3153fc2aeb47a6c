package io.partnerflow.conversations;

/**
 * Published in the transaction in which a conversation begins to wait for an answer of the vendor.
 *
 * @param message      id of the message
 * @param desk         group that answers
 * @param resellerName who has written
 */
public record MessageArrived(long message, Subject subject, String desk, String resellerName) {}
