package io.partnerflow.subscriptions;

/**
 * Who asks for a change.
 *
 * @param by address of a user of the reseller, or the name of a member of staff
 * @param answerTo address the answer goes to
 */
public record Requester(String by, String answerTo) {}
