package io.partnerflow.vatids;

import io.partnerflow.engine.Decisions;
import io.partnerflow.tax.VatTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The VAT table that is in force. A tax is that of the day of its document, so no case keeps an older version. */
class DeployedVatTable implements VatTable {

    private static final String TABLE = "invoicing.vat";

    private final Decisions decisions;

    DeployedVatTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Map<String, Object> decide(Map<String, Object> inputs) {
        return decisions.consider(TABLE, inputs);
    }

    @Override
    public VatTable about(String document, @Nullable String part) {
        return inputs -> decisions.decide(TABLE, new Decisions.About(document, part), inputs);
    }
}
