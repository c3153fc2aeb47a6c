/**
 * The forms in {@code forms/}: read, checked and made ready to be shown, then handed to the module that understands
 * them.
 *
 * <p>Knows no form by name. A module offers one by declaring a {@link io.partnerflow.intake.FormHandler} bean beside
 * the {@code .form} file.
 */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"shared"})
package io.partnerflow.intake;

import org.springframework.modulith.ApplicationModule;
