package io.partnerflow.portal;

import org.jspecify.annotations.Nullable;

/**
 * Whose look a page has that is read by a reseller's customer.
 *
 * @param css        address of its colours
 * @param logo       address of its picture; null without one
 * @param senderName the reseller's, as it wants to be named
 * @param vendor     who runs the service
 */
public record Look(String css, @Nullable String logo, String senderName, String vendor) {}
