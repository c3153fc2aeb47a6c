package io.partnerflow.orders;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;

/**
 * The price an order was registered at; it never changes (PA-6). Net of tax.
 *
 * @param annualList      a year of everything at list prices: the sold licence value (PA-2)
 * @param annualNet       what the reseller is invoiced for a year
 * @param contractValue   what it is invoiced for the whole term
 * @param partnerDiscount of the reseller on the order date
 * @param termDiscount    for the length of the term
 */
public record OrderPrice(
        Money annualList, Money annualNet, Money contractValue, Percentage partnerDiscount, Percentage termDiscount) {}
