package io.partnerflow.billing;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.vatids.VatIdCheck;
import io.partnerflow.vatids.VatIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the billing desk sees of an invoice that waits: who is to pay, which VAT id it gave, what the register said. */
@Component
class ClarifyVatIdBriefing implements TaskBriefing {

    private static final int LATEST = 5;

    private final Invoicing invoicing;
    private final VatIds vatIds;
    private final AuditTrail audit;
    private final Formats formats;

    ClarifyVatIdBriefing(Invoicing invoicing, VatIds vatIds, AuditTrail audit, Vendor vendor, VendorLanguage staff) {
        this.invoicing = invoicing;
        this.vatIds = vatIds;
        this.audit = audit;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
    }

    @Override
    public String task() {
        return "held-invoice.clarify-vat-id";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var payer = invoicing.payer(businessKey);
        var facts = new LinkedHashMap<String, String>();
        facts.put("invoiceFor", businessKey);
        facts.put(
                "buyer",
                "%s (%s)%n%s, %s %s, %s"
                        .formatted(
                                payer.name(),
                                payer.registrationNumber(),
                                payer.address().line1(),
                                payer.address().postalCode(),
                                payer.address().city(),
                                payer.country()));
        facts.put("buyerVatId", requireNonNullElse(payer.vatId(), "none"));
        facts.put("registerSays", registerSays(payer));
        facts.put("history", history(payer));
        return facts;
    }

    private String registerSays(Party payer) {
        return vatIds.silence(payer)
                .map(problem -> "No answer: " + problem)
                .or(() -> vatIds.inForce(payer).map(this::inWords))
                .orElse(payer.vatId() == null ? "Nobody was asked: there is no VAT id." : "Nobody was asked yet.");
    }

    private String inWords(VatIdCheck check) {
        return "%s on %s: %s%s"
                .formatted(
                        check.answeredBy(),
                        formats.time(check.checkedAt()),
                        check.result().name().toLowerCase(Locale.ROOT),
                        check.consultationNumber() == null ? "" : ", receipt " + check.consultationNumber());
    }

    private String history(Party payer) {
        return audit.latest(List.of(payer.id().toString()), LATEST).stream()
                .map(entry -> "%s %s: %s"
                        .formatted(formats.time(entry.at()), entry.action(), requireNonNullElse(entry.detail(), "")))
                .collect(joining("\n"));
    }
}
