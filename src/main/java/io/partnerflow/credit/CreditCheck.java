package io.partnerflow.credit;

import io.partnerflow.orders.OrderView;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether the vendor bears the risk of one order: asked, perhaps referred to a person, answered by yes or no. */
@Entity
@Table(name = "credit_check")
class CreditCheck {

    private static final int LONGEST_PROBLEM = 500;

    @Id
    private String number;

    private String orderNumber;
    private UUID resellerId;
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private CreditStatus status;

    private Instant changedAt;
    private @Nullable Instant agencySilentSince;
    private int agencyTries;
    private @Nullable String agencyProblem;
    private int rounds;
    private @Nullable Instant alternativesUntil;

    @Enumerated(EnumType.STRING)
    private Alternative.@Nullable Kind alternative;

    private @Nullable String chosenBy;
    private @Nullable BigDecimal deposit;
    private @Nullable String depositCurrency;
    private @Nullable String guarantorName;
    private @Nullable String guarantorNumber;
    private @Nullable String condition;
    private @Nullable String decidedBy;

    @Version
    private long version;

    protected CreditCheck() {} // for JPA

    static CreditCheck open(String number, OrderView order, Instant now) {
        var check = new CreditCheck();
        check.number = number;
        check.orderNumber = order.number();
        check.resellerId = order.reseller();
        check.customerId = order.customer();
        check.status = CreditStatus.ASKING;
        check.changedAt = now;
        return check;
    }

    /** The agency gave no answer; counted, so that the pauses grow. */
    void agencySilent(String problem, Instant now) {
        require(CreditStatus.ASKING);
        agencySilentSince = agencySilentSince == null ? now : agencySilentSince;
        agencyTries++;
        agencyProblem = problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM));
    }

    void refer(Instant now) {
        move(CreditStatus.REFERRED, now);
        decidedBy = null;
    }

    /** A person has done the task about it. */
    void decidedBy(String person) {
        require(CreditStatus.REFERRED);
        decidedBy = person;
    }

    /** @param under what was agreed on with it, in words for the reseller; null for nothing */
    void approve(@Nullable String under, Instant now) {
        move(CreditStatus.APPROVED, now);
        condition = under;
    }

    /** The answer is no, and the reseller may look for another way. */
    void lookForAlternatives(Instant until, Instant now) {
        move(CreditStatus.ALTERNATIVES, now);
        rounds++;
        alternativesUntil = until;
    }

    /** @throws Conflict if nothing is being looked for, or the time is over */
    void choose(Alternative chosen, String by, Instant now) {
        if (status != CreditStatus.ALTERNATIVES || alternativesUntil == null) {
            throw new Conflict("credit-no-alternative", orderNumber);
        }
        if (now.isAfter(alternativesUntil)) {
            throw new Conflict("credit-alternative-late", orderNumber);
        }
        alternative = chosen.kind();
        chosenBy = by;
        deposit = chosen.deposit() == null ? null : chosen.deposit().amount();
        depositCurrency = chosen.deposit() == null ? null : chosen.deposit().currencyCode();
        guarantorName = chosen.guarantor() == null ? null : chosen.guarantor().name();
        guarantorNumber = chosen.guarantor() == null ? null : chosen.guarantor().registrationNumber();
        if (chosen.kind().isSecurity()) {
            move(CreditStatus.ASKING, now);
        }
    }

    void decline(Instant now) {
        require(CreditStatus.ALTERNATIVES);
        move(CreditStatus.DECLINED, now);
    }

    private void move(CreditStatus next, Instant now) {
        if (status == CreditStatus.APPROVED || status == CreditStatus.DECLINED) {
            throw new Conflict("credit-" + status.name().toLowerCase(Locale.ROOT), orderNumber);
        }
        status = next;
        changedAt = now;
    }

    private void require(CreditStatus expected) {
        if (status != expected) {
            throw new IllegalStateException("credit check %s is %s".formatted(number, status));
        }
    }

    String number() {
        return number;
    }

    UUID customer() {
        return customerId;
    }

    CreditStatus status() {
        return status;
    }

    int rounds() {
        return rounds;
    }

    int agencyTries() {
        return agencyTries;
    }

    @Nullable
    Instant agencySilentSince() {
        return agencySilentSince;
    }

    @Nullable
    String agencyProblem() {
        return agencyProblem;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    String chosenBy() {
        return chosenBy;
    }

    /** What was offered as security and has not been decided on; null if nothing is. */
    @Nullable
    Alternative alternative() {
        return alternative == null
                ? null
                : new Alternative(
                        alternative,
                        deposit == null ? null : Money.of(deposit, depositCurrency),
                        guarantorName == null ? null : new Alternative.Guarantor(guarantorName, guarantorNumber));
    }

    CreditCheckView view() {
        return new CreditCheckView(
                number,
                orderNumber,
                customerId,
                status,
                changedAt,
                status == CreditStatus.ALTERNATIVES ? alternativesUntil : null,
                alternative(),
                condition);
    }
}
