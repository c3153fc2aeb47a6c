/**
 * The days resellers have to think of, whatever they are about: ends and renewals of contracts, last days for notice, trials,
 * offers.
 *
 * <p>Reads what other modules have written through the view {@code deadline}; its own are only the addresses of calendar
 * feeds.
 */
@ApplicationModule(
        displayName = "Deadlines",
        allowedDependencies = {"shared", "engine", "audit", "web", "access", "parties", "subscriptions"})
@NullMarked
package io.partnerflow.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
