package io.partnerflow.billing;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.engine.Workflow.Answers;
import io.partnerflow.parties.Organisations;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Takes charges from other modules; their invoices follow by themselves. */
@ModuleService
public class OnceCharges {

    private static final String MARK = "once/";

    private final OnceChargeRows rows;
    private final InvoiceRows invoices;
    private final Organisations organisations;
    private final Words words;
    private final Workflow workflow;
    private final AuditTrail audit;

    OnceCharges(
            OnceChargeRows rows,
            InvoiceRows invoices,
            Organisations organisations,
            Words words,
            Workflow workflow,
            AuditTrail audit) {
        this.rows = rows;
        this.invoices = invoices;
        this.organisations = organisations;
        this.words = words;
        this.workflow = workflow;
        this.audit = audit;
    }

    /**
     * Keeps the charge in the caller's transaction and has it invoiced. Charged already: nothing happens.
     *
     * @return how the charge is named from now on, for {@link #invoice}
     */
    public String charge(OnceCharge charge) {
        var source = MARK + charge.source();
        if (rows.insert(source, charge)) {
            audit.record(
                    "charged",
                    charge.source(),
                    "%d lines".formatted(charge.lines().size()));
            workflow.start(InvoicingProcess.PERIOD_BEGUN, source, Answers.none().with(InvoicingProcess.CHARGE, source));
        }
        return source;
    }

    /**
     * The invoice of a charge; empty while there is none.
     *
     * @param source as {@link #charge} returned it
     */
    @Transactional(readOnly = true)
    public Optional<String> invoice(String source) {
        return invoices.numberFor(source);
    }

    boolean isOne(String charge) {
        return charge.startsWith(MARK);
    }

    /** Who is to be invoiced for it. */
    UUID payer(String charge) {
        return kept(charge).billTo();
    }

    /** @param source perhaps for the second time, see {@link AgainCharge} */
    Charge toInvoice(String source) {
        var kept = kept(source);
        var language = words.languageOf(organisations.get(kept.billTo()));
        return new Charge(
                source,
                kept.billTo(),
                kept.reseller(),
                kept.customer(),
                kept.programme(),
                null,
                kept.subscription(),
                kept.orderNumber(),
                kept.poReference(),
                null,
                kept.paymentDays(),
                kept.lines().stream().map(line -> line(language, line)).toList());
    }

    private OnceCharge kept(String source) {
        return rows.get(AgainCharge.of(source).charge());
    }

    private Charge.Line line(Locale language, OnceCharge.Line line) {
        return new Charge.Line(
                null,
                null,
                line.supply(),
                line.description(),
                words.once(language, line.net()),
                BigDecimal.ONE,
                line.net().amount(),
                line.net());
    }
}
