package io.partnerflow.debits;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.mandates.Creditor;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the billing desk takes to the bank. */
@Component
class ConfirmCollectionBriefing implements TaskBriefing {

    private final CollectionRows rows;
    private final Creditor creditor;
    private final Formats formats;

    ConfirmCollectionBriefing(CollectionRows rows, Creditor creditor, Vendor vendor, VendorLanguage staff) {
        this.rows = rows;
        this.creditor = creditor;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
    }

    @Override
    public String task() {
        return "debit-collection.confirm-collection";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var collection = rows.find(businessKey).orElseThrow();
        return Map.of(
                "collectionNumber", collection.number(),
                "collectionDay", formats.date(collection.collectionDay()),
                "debits", formats.number(collection.debits()),
                "controlSum", formats.money(collection.controlSum()),
                "account", formats.iban(creditor.iban()),
                "sha256", Objects.requireNonNullElse(collection.sha256(), ""),
                "fileUrl", "/staff/debits/%s.xml".formatted(collection.number()));
    }
}
