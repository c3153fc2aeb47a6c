/**
 * How a vendor or a reseller moves in: customers, running contracts and orders from an Excel file, checked cell by cell and
 * then written all or not at all.
 */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "documents",
            "parties",
            "programmes",
            "catalogue",
            "customers",
            "orders",
            "subscriptions",
            "workbooks"
        })
@NullMarked
package io.partnerflow.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
