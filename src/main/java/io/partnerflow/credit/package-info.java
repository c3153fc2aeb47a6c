/**
 * Whether the vendor can bear the risk of a customer (W-10): an agency is asked, a table decides, a person where the
 * table does not, and the log keeps why.
 *
 * <p>Flow: {@code processes/credit-check.bpmn}.
 */
@ApplicationModule(
        displayName = "Credit",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "access",
            "audit",
            "numbering",
            "mail",
            "parties",
            "programmes",
            "orders",
            "subscriptions",
            "offers"
        })
@NullMarked
package io.partnerflow.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
