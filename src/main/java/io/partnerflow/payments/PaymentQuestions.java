package io.partnerflow.payments;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out what the billing desk decides about a movement of the account. */
@ModuleService
class PaymentQuestions {

    private final QuestionRows rows;
    private final Receivables receivables;
    private final Settlement settlement;
    private final PaymentWords words;
    private final AuditTrail audit;

    PaymentQuestions(
            QuestionRows rows, Receivables receivables, Settlement settlement, PaymentWords words, AuditTrail audit) {
        this.rows = rows;
        this.receivables = receivables;
        this.settlement = settlement;
        this.words = words;
        this.audit = audit;
    }

    /**
     * Puts the movement on invoices, in the order they are named; of one that went back, takes it off them. What does not
     * fit stays open, and the desk is told why.
     *
     * @param invoices their numbers, however separated
     * @return whether nothing is left
     */
    boolean assign(String number, @Nullable String invoices, @Nullable String note) {
        settlement.oneAtATime();
        var question = rows.get(number);
        var named = named(invoices);
        var wanted = named.stream().flatMap(one -> receivables.of(one).stream()).toList();
        if (named.isEmpty() || wanted.size() < named.size()) {
            rows.leave(number, question.rest(), words.unknownInvoices(named, wanted));
            return false;
        }
        if (wanted.stream()
                .anyMatch(one -> !one.open().currency().equals(question.rest().currency()))) {
            rows.leave(number, question.rest(), words.otherCurrency(question));
            return false;
        }
        var left = spread(question, wanted);
        if (left.isPositive()) {
            rows.leave(number, left, words.left(question.kind(), left));
            return false;
        }
        decided(number, "ASSIGNED", note, String.join(", ", named));
        return true;
    }

    private Money spread(Question question, List<Receivable> wanted) {
        var back = question.kind() == BankEntry.Kind.RETURNED;
        var left = question.rest();
        var payments = new ArrayList<Payment>();
        for (var receivable : wanted) {
            var most = back ? receivable.paid() : receivable.open();
            var part = left.compareTo(most) < 0 ? left : most;
            if (part.isPositive()) {
                payments.add(new Payment(
                        "%s/%s/%s"
                                .formatted(
                                        question.number(),
                                        receivable.invoice(),
                                        left.amount().toPlainString()),
                        back ? Payment.Kind.RETURN : Payment.Kind.BANK,
                        receivable.invoice(),
                        question.entry(),
                        back ? part.negate() : part,
                        question.bookedOn()));
                left = left.minus(part);
            }
        }
        settlement.record(payments);
        return left;
    }

    /**
     * Keeps the money for its payer, whose next invoices it pays.
     *
     * @param invoices one of the payer's, if nothing else says who it is
     * @return false if it is not known whose money it is
     */
    boolean keep(String number, @Nullable String invoices, @Nullable String note) {
        var question = rows.get(number);
        var payer = payer(question, invoices);
        if (payer.isEmpty() || question.kind() != BankEntry.Kind.RECEIVED) {
            rows.leave(number, question.rest(), words.payerUnknown(question.kind()));
            return false;
        }
        rows.keep(question, payer.get());
        decided(number, "ON_ACCOUNT", note, payer.get().toString());
        return true;
    }

    private Optional<UUID> payer(Question question, @Nullable String invoices) {
        var named = receivables.of(named(invoices)).values().stream()
                .map(Receivable::billTo)
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : rows.payerOf(question);
    }

    /** Somebody sends it back at the bank. */
    void refund(String number, @Nullable String note) {
        decided(number, "TO_REFUND", note, note);
    }

    /** It has nothing to do with invoices. */
    void setAside(String number, @Nullable String note) {
        decided(number, "NOT_OURS", note, note);
    }

    private void decided(String number, String status, @Nullable String note, @Nullable String detail) {
        if (rows.decide(number, status, note)) {
            audit.record("payment-" + status.toLowerCase(Locale.ROOT).replace('_', '-'), number, detail);
        }
    }

    /** As clerks write them: separated by anything, in any case. */
    private static List<String> named(@Nullable String invoices) {
        return invoices == null
                ? List.of()
                : Stream.of(invoices.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                        .filter(number -> !number.isEmpty())
                        .distinct()
                        .toList();
    }
}
