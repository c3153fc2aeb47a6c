package io.partnerflow.payments;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settles single invoices. */
@ModuleService
class Settlement {

    private final JdbcClient database;
    private final PaymentRows payments;
    private final AuditTrail audit;

    Settlement(JdbcClient database, PaymentRows payments, AuditTrail audit) {
        this.database = database;
        this.payments = payments;
        this.audit = audit;
    }

    void setOff(String invoice, Money amount, String reference, LocalDate on) {
        payments.oneAtATime();
        var key = "%s/%s".formatted(reference, invoice);
        if (payments.exists(key)) {
            return;
        }
        requireOpen(invoice, amount);
        payments.insert(new Payment(key, Payment.Kind.SET_OFF, invoice, null, amount, on));
        audit.record("invoice-set-off", invoice, "%s, %s".formatted(amount, reference));
    }

    private void requireOpen(String invoice, Money amount) {
        var receivable = database.sql("SELECT * FROM receivable WHERE number = ?")
                .param(invoice)
                .query(Receivables::read)
                .optional()
                .orElseThrow(() -> new NotFound("invoice", invoice));
        var fits = amount.isPositive()
                && amount.currency().equals(receivable.open().currency())
                && amount.compareTo(receivable.open()) <= 0;
        if (!fits) {
            throw new Conflict("payment-too-much", invoice, receivable.open(), amount);
        }
    }
}
