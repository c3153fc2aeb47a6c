package io.partnerflow.billing;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.engine.TaskCheck;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** The second person who looks at a large credit note before it is issued. */
@ModuleService
class CreditApproval implements TaskBriefing, TaskCheck {

    private static final String TASK = "credit-note.approve-credit-note";
    private static final String DECISION = "approvalDecision";

    private final CreditRows rows;
    private final InvoiceRows invoices;
    private final AuditTrail audit;
    private final Vendor vendor;
    private final Locale staff;

    CreditApproval(CreditRows rows, InvoiceRows invoices, AuditTrail audit, Vendor vendor, VendorLanguage staff) {
        this.rows = rows;
        this.invoices = invoices;
        this.audit = audit;
        this.vendor = vendor;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var wanted = rows.find(businessKey).orElseThrow();
        var invoice = invoices.find(wanted.invoice()).orElseThrow();
        var formats = new Formats(staff, vendor.timeZone());
        var currency = invoice.net().currency();
        var facts = new LinkedHashMap<String, String>();
        facts.put("requestNumber", wanted.number());
        facts.put("requestedBy", wanted.requestedBy());
        facts.put("invoiceNumber", invoice.number());
        facts.put("buyer", invoice.buyer().name());
        facts.put("invoiceNet", formats.money(invoice.net()));
        facts.put("creditNet", formats.money(Money.rounded(rows.net(wanted.number()), currency)));
        facts.put("allNet", formats.money(Money.rounded(rows.askedFor(invoice.number()), currency)));
        facts.put("creditReason", wanted.reason());
        return facts;
    }

    /** Whoever wants a credit note may take the wish back, but not approve it. */
    @Override
    public void check(String businessKey, Map<String, Object> answers, @Nullable String by) throws Invalid {
        if ("approve".equals(answers.get(DECISION))
                && rows.find(businessKey).orElseThrow().requestedBy().equals(by)) {
            throw Invalid.field(DECISION, "credit-note-wanted-yourself", null, businessKey);
        }
    }

    /** Notes who has looked at it, in the transaction of the decision. */
    @EventListener(condition = "#completed.task() == 'credit-note.approve-credit-note'")
    public void decided(TaskCompleted completed) {
        var by = Objects.requireNonNullElse(completed.by(), CreditNotes.HOUSE);
        rows.decided(completed.businessKey(), by);
        audit.record("credit-note-decided", completed.businessKey(), by);
    }

    /** Nothing is taken back: what was wanted is left of the invoice again. */
    void refuse(String request, String why) {
        rows.refused(request, why);
        audit.record("credit-note-refused", request, why);
    }
}
