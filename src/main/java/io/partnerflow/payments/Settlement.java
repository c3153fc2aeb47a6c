package io.partnerflow.payments;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one place where something is put on invoices. */
@ModuleService
class Settlement {

    private final JdbcClient database;
    private final PaymentRows payments;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    Settlement(JdbcClient database, PaymentRows payments, ApplicationEventPublisher events, AuditTrail audit) {
        this.database = database;
        this.payments = payments;
        this.events = events;
        this.audit = audit;
    }

    /** Until the caller's transaction ends nobody else settles anything, so that what is open stays open. */
    void oneAtATime() {
        payments.oneAtATime();
    }

    /** Puts payments on invoices and tells who waits for that. */
    void record(List<Payment> received) {
        if (!received.isEmpty()) {
            payments.insert(received);
            Set<String> touched = received.stream().map(Payment::invoice).collect(Collectors.toSet());
            events.publishEvent(new InvoicesSettled(touched));
            paid(touched).forEach(invoice -> audit.record("invoice-paid", invoice, null));
        }
    }

    private List<String> paid(Set<String> touched) {
        return database.sql("SELECT number FROM receivable WHERE number IN (:touched) AND open = 0 ORDER BY number")
                .param("touched", touched)
                .query(String.class)
                .list();
    }

    void setOff(String invoice, Money amount, String reference, LocalDate on) {
        oneAtATime();
        var key = "%s/%s".formatted(reference, invoice);
        if (!payments.exists(key)) {
            requireOpen(invoice, amount);
            record(List.of(new Payment(key, Payment.Kind.SET_OFF, invoice, null, amount, on)));
            audit.record("invoice-set-off", invoice, "%s, %s".formatted(amount, reference));
        }
    }

    private void requireOpen(String invoice, Money amount) {
        var open = database.sql("SELECT * FROM receivable WHERE number = ?")
                .param(invoice)
                .query(Receivables::read)
                .optional()
                .orElseThrow(() -> new NotFound("invoice", invoice))
                .open();
        var fits = amount.isPositive() && amount.currency().equals(open.currency()) && amount.compareTo(open) <= 0;
        if (!fits) {
            throw new Conflict("payment-too-much", invoice, open, amount);
        }
    }
}
