/**
 * What the programmes a vendor sells under agree on: one policy record per programme, read from {@code
 * programmes/<code>.yaml}, versioned, and frozen on each contract. No code names a programme; it asks the policy.
 */
@ApplicationModule(
        displayName = "Programmes",
        allowedDependencies = {"shared", "parties"})
package io.partnerflow.programmes;

import org.springframework.modulith.ApplicationModule;
