package io.partnerflow.billing;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.engine.Workflow.Answers;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.Remainder;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes invoices back, whole or in part.
 *
 * <p><b>Source:</b> C-18; a document that is issued is never changed, a mistake is answered with another one (AA-10).
 */
@ModuleService
public class CreditNotes {

    /** Who acts where a rule wants something back and no person does. */
    static final String HOUSE = "partnerflow";

    private final InvoiceRows invoices;
    private final CreditRows rows;
    private final CreditPaper paper;
    private final NumberSeries numbers;
    private final InvoiceNumbers legalNumbers;
    private final FourEyesSettings fourEyes;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CreditNotes(
            InvoiceRows invoices,
            CreditRows rows,
            CreditPaper paper,
            NumberSeries numbers,
            InvoiceNumbers legalNumbers,
            FourEyesSettings fourEyes,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.rows = rows;
        this.paper = paper;
        this.numbers = numbers;
        this.legalNumbers = legalNumbers;
        this.fourEyes = fourEyes;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Wants something taken back, as a rule of the house says; the credit note follows by itself.
     *
     * @return number of the case, CR-…
     * @throws Invalid if it cannot be done, naming what stands in the way
     */
    public String request(CreditWish wish) {
        var number = register(wish, HOUSE);
        workflow.start(
                CreditNoteProcess.REQUESTED,
                number,
                Answers.none().with(CreditNoteProcess.APPROVAL_NEEDED, needsApproval(number)));
        return number;
    }

    /**
     * What can still be taken back of an invoice, apart from what others want already.
     *
     * @throws Invalid if there is no such invoice
     */
    @Transactional(readOnly = true)
    public Remainder left(String invoice) {
        return left(find(invoice));
    }

    /** @throws Invalid if the wish cannot be fulfilled now; nothing is stored */
    @Transactional(readOnly = true)
    public void check(CreditWish wish) {
        nets(wish);
    }

    /**
     * Stores the wish. What one person wants back of an invoice counts together with what was wanted of it before, so that
     * nobody stays below the limit by asking twice.
     *
     * @param by who wants it
     * @return number of the case, CR-…
     */
    String register(CreditWish wish, String by) {
        rows.lock(wish.invoice());
        var nets = nets(wish);
        var number = numbers.next("CR");
        rows.insert(number, wish, nets, calendar.now(), by, !by.equals(HOUSE) && isLarge(wish.invoice(), nets));
        audit.record("credit-requested", wish.invoice(), "%s: %s".formatted(number, wish.reason()));
        return number;
    }

    /**
     * Issues the credit note of a request, or finds the one that was issued for it. As with invoices, the number is taken
     * last.
     *
     * @return the credit note's number
     */
    String issue(String request) {
        var wanted = rows.find(request).orElseThrow();
        return wanted.creditNote().orElseGet(() -> issueNew(wanted));
    }

    boolean needsApproval(String request) {
        return rows.find(request).orElseThrow().toApprove();
    }

    private boolean isLarge(String invoice, List<Money> nets) {
        var currency = find(invoice).net().currency();
        return fourEyes.needsSecondPerson(
                Money.sum(currency, nets).plus(Money.rounded(rows.askedFor(invoice), currency)));
    }

    private String issueNew(CreditRows.Request wanted) {
        if (!wanted.mayBeIssued()) {
            throw new IllegalStateException(
                    "nobody but %s has approved %s".formatted(wanted.requestedBy(), wanted.number()));
        }
        rows.lock(wanted.invoice());
        var invoice = invoices.find(wanted.invoice()).orElseThrow();
        var left = rows.left(invoice);
        var nets = rows.nets(wanted.number(), invoice);
        var totals = left.credit(nets);
        var now = calendar.now();
        var number = legalNumbers.next(Invoice.Kind.CREDIT_NOTE, calendar.dateOf(now));
        invoices.insert(wanted.number(), 0, paper.of(number, now, invoice, wanted.reason(), nets, totals));
        rows.issued(wanted.number(), number);
        audit.record("credit-note-issued", number, "%s of %s".formatted(totals.gross(), invoice.number()));
        events.publishEvent(new InvoiceCredited(invoice.number(), number));
        return number;
    }

    /** Whether what the credited invoice was for is to be invoiced again. */
    boolean again(String request) {
        return rows.find(request).orElseThrow().again();
    }

    /** Has what the credited invoice was for invoiced again, as the contract is now. */
    void invoiceAgain(String request) {
        var invoice = invoices.find(rows.find(request).orElseThrow().invoice()).orElseThrow();
        var charge = AgainCharge.after(invoices.sourceOf(invoice.number())).text();
        workflow.start(
                InvoicingProcess.PERIOD_BEGUN,
                invoice.subscription(),
                Answers.none().with(InvoicingProcess.CHARGE, charge));
    }

    private List<Money> nets(CreditWish wish) {
        var invoice = find(wish.invoice());
        if (wish.again() && invoice.subscription() == null) {
            throw Invalid.field("invoiceAgain", "credit-again-impossible", null, invoice.number());
        }
        return new CreditCheck(invoice, left(invoice)).nets(wish);
    }

    private Remainder left(Invoice invoice) {
        return rows.left(invoice).minus(rows.wanted(invoice), List.of());
    }

    private Invoice find(String number) {
        var invoice = invoices.find(number)
                .orElseThrow(() -> Invalid.field("invoiceNumber", "invoice-unknown", null, number));
        if (invoice.kind() != Invoice.Kind.INVOICE) {
            throw Invalid.field("invoiceNumber", "credit-of-credit-note", null, number, invoice.credits());
        }
        return invoice;
    }
}
