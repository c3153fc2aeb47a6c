package io.partnerflow.commission;

import io.partnerflow.einvoice.ElectronicInvoice;
import io.partnerflow.parties.Party;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Self-billed documents with VAT as a machine reads them, for tests outside this package. */
public final class MachineReadable {

    private MachineReadable() {}

    /** @param credited when the document it takes back was issued; null if it takes none back */
    public static ElectronicInvoice of(
            CompensationDocument document, @Nullable LocalDate credited, Party reseller, String iban) {
        return CompensationInvoice.of(document, credited, "", iban, CommissionWords.languageOf(reseller));
    }
}
