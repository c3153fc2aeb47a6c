/** What managers look at and change: figures of the whole house, its history, its models and rules, what is taken over. */
@ApplicationModule(
        displayName = "Steering",
        allowedDependencies = {
            "audit",
            "conversations",
            "decisionlog",
            "diagrams",
            "documents",
            "engine",
            "exports",
            "imports",
            "incoming",
            "mail",
            "numbering",
            "modelchanges",
            "modelrules",
            "parties",
            "programmes",
            "shared",
            "web"
        })
@NullMarked
package io.partnerflow.steering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
