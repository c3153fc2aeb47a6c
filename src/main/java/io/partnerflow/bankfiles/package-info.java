/** Reads what banks say about an account: camt.053 statements and tables, entry by entry, and tells what is wrong by line. */
@ApplicationModule(
        displayName = "Bank files",
        allowedDependencies = {"shared"})
@NullMarked
package io.partnerflow.bankfiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
