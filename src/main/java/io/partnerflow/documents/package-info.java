/** The papers of the house: prints them as archivable PDF, checks what others send in, keeps every one unchanged. */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"shared"})
package io.partnerflow.documents;

import org.springframework.modulith.ApplicationModule;
