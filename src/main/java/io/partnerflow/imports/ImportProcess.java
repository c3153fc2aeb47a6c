package io.partnerflow.imports;

import io.partnerflow.engine.Variable;

/** The names {@code import-run} and this module agree on. */
final class ImportProcess {

    static final String CONFIRMED = "import.confirmed";

    static final Variable<Boolean> ALL_WRITTEN = Variable.flag("allWritten");
    static final Variable<Boolean> MORE_TO_BEGIN = Variable.flag("moreToBegin");

    private ImportProcess() {}
}
