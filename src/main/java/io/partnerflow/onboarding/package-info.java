/** How an organisation becomes a reseller: application, checks, questions and answers, decision, welcome. */
@ApplicationModule(
        displayName = "Onboarding",
        allowedDependencies = {
            "shared",
            "web",
            "engine",
            "intake",
            "mail",
            "documents",
            "audit",
            "numbering",
            "parties",
            "programmes",
            "access"
        })
package io.partnerflow.onboarding;

import org.springframework.modulith.ApplicationModule;
