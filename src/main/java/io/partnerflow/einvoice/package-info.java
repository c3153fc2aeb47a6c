/**
 * Invoices that a machine can read: EN 16931 as Factur-X inside the PDF and as Peppol BIS Billing 3; records in, bytes out.
 */
@ApplicationModule(
        displayName = "Electronic invoices",
        allowedDependencies = {"shared", "tax"})
@NullMarked
package io.partnerflow.einvoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
