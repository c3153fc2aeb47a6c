package io.partnerflow.billing;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.VatId;
import io.partnerflow.vatids.VatIds;
import org.jspecify.annotations.Nullable;

/** What the billing desk can do about an invoice that waits for a VAT id. */
@ModuleService
class VatIdDesk {

    private final Invoicing invoicing;
    private final VatIds vatIds;
    private final AuditTrail audit;

    VatIdDesk(Invoicing invoicing, VatIds vatIds, AuditTrail audit) {
        this.invoicing = invoicing;
        this.vatIds = vatIds;
        this.audit = audit;
    }

    /**
     * Does what was decided. What cannot be done is written down instead, and the desk is asked again.
     *
     * @param decision {@code charge} VAT, {@code confirm} the id by hand, or {@code correct} it
     * @param vatId the right one; null unless it is corrected
     * @param evidence what was seen or heard
     */
    void settle(String charge, String decision, @Nullable String vatId, String evidence) {
        var payer = invoicing.payer(charge);
        switch (decision) {
            case "charge" -> vatIds.waive(payer, evidence);
            case "confirm" -> confirm(payer, evidence);
            case "correct" -> correct(payer, vatId == null ? "" : vatId);
            default -> throw new IllegalArgumentException("no decision about a VAT id: " + decision);
        }
    }

    private void confirm(Party payer, String evidence) {
        if (payer.vatId() == null) {
            refuse(payer, "there is no VAT id to confirm");
        } else {
            vatIds.confirm(payer, evidence);
        }
    }

    private void correct(Party payer, String vatId) {
        VatId.parse(payer.country(), vatId)
                .ifPresentOrElse(
                        right -> vatIds.correct(payer, right),
                        () -> refuse(
                                payer,
                                "%s is no VAT id of %s, such as %s"
                                        .formatted(vatId, payer.country(), VatId.examples(payer.country()))));
    }

    private void refuse(Party payer, String why) {
        audit.record("vat-id-decision-impossible", payer.id().toString(), why);
    }
}
