package io.partnerflow.subscriptions;

import io.partnerflow.shared.Money;

/**
 * What a reseller has sold, per year, over all its active subscriptions.
 *
 * <p><b>Source:</b> P-38, PA-2.
 *
 * @param soldPerYear at list price
 * @param discountPerYear what its discounts are worth: sold less invoiced
 * @param subscriptions how many are active
 */
public record RevenueFigures(Money soldPerYear, Money discountPerYear, long subscriptions) {}
