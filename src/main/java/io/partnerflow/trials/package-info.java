/**
 * Trial accounts: a customer tries the product for a while, and an order takes over what it made. One open trial per
 * customer and programme, one open order per trial.
 *
 * <p>Flow: {@code processes/trial.bpmn}. Resellers act through {@link io.partnerflow.trials.TrialManagement} and {@link
 * io.partnerflow.trials.DataReturns}, orders through {@link io.partnerflow.trials.TrialOrders}.
 */
@ApplicationModule(
        displayName = "Trials",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "intake",
            "access",
            "audit",
            "numbering",
            "mail",
            "documents",
            "parties",
            "programmes",
            "catalogue",
            "pricing",
            "accounts"
        })
package io.partnerflow.trials;

import org.springframework.modulith.ApplicationModule;
