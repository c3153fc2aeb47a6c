/**
 * The agreement the end customer signs about an order: drawn up, sent, signed, checked, and from then on binding.
 *
 * <p>Flow: {@code processes/signed-agreement.bpmn}.
 */
@ApplicationModule(
        displayName = "Agreements",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "access",
            "mail",
            "documents",
            "parties",
            "programmes",
            "orders",
            "signatures",
            "mandates",
            "pricing",
            "tax"
        })
package io.partnerflow.agreements;

import org.springframework.modulith.ApplicationModule;
