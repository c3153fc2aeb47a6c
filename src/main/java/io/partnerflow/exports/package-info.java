/**
 * A list as a file for a spreadsheet: the columns are described once and become CSV or Excel, in the reader's language,
 * row by row, however long the list is. Knows no list of its own.
 */
@ApplicationModule(
        displayName = "Exports",
        allowedDependencies = {"shared"})
@NullMarked
package io.partnerflow.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
