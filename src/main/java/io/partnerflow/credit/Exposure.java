package io.partnerflow.credit;

import io.partnerflow.shared.Money;

/**
 * What a customer would still owe the vendor if everything went on to its end: net, before tax.
 *
 * <p><b>Source:</b> WA-4.
 *
 * @param contracts     instalments of its running contracts that have not been invoiced yet
 * @param contractCount how many of these contracts there are
 * @param orders        what its other open orders are worth
 * @param orderCount    how many there are
 * @param thisOrder     what the order in question is worth
 */
record Exposure(Money contracts, int contractCount, Money orders, int orderCount, Money thisOrder) {

    Money total() {
        return contracts.plus(orders).plus(thisOrder);
    }
}
