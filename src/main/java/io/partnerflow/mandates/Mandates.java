package io.partnerflow.mandates;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.mandates.MandateView.Sequence;
import io.partnerflow.mandates.MandateView.Status;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with mandates. An order has at most one that is not revoked. */
@ModuleService
public class Mandates {

    private final MandateRows rows;
    private final NumberSeries numbers;
    private final AuditTrail audit;

    Mandates(MandateRows rows, NumberSeries numbers, AuditTrail audit) {
        this.rows = rows;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * Whether debits can be collected from this account; stores nothing.
     *
     * @param bic null or blank where nobody said
     * @return the account as it would be kept
     * @throws io.partnerflow.shared.Invalid naming {@code accountHolder}, {@code iban} ({@code iban-wrong}, {@code
     *     iban-not-sepa}) and {@code bic}
     */
    public DebitAccount check(@Nullable String accountHolder, @Nullable String iban, @Nullable String bic) {
        return DebitAccountCheck.check(accountHolder, iban, bic);
    }

    /**
     * Draws up the mandate the customer will sign with the contract. The same a second time changes nothing; another
     * account takes the place of one that is not signed yet.
     *
     * @param debtor organisation that pays
     * @throws io.partnerflow.shared.Invalid as {@link #check} says
     * @throws Conflict {@code mandate-active} if it is signed already
     */
    public MandateView prepare(
            String order, UUID debtor, @Nullable String accountHolder, @Nullable String iban, @Nullable String bic) {
        var account = check(accountHolder, iban, bic);
        var existing = rows.lock(order).filter(mandate -> mandate.status() != Status.REVOKED);
        return existing.isPresent() ? changed(existing.get(), account) : drawnUp(order, debtor, account);
    }

    private MandateView drawnUp(String order, UUID debtor, DebitAccount account) {
        var reference = numbers.next("MD");
        rows.insert(new MandateView(reference, order, debtor, account, Status.PENDING, null, Sequence.FRST));
        rows.keepHistory(List.of(reference));
        audit.record("mandate-prepared", reference, "%s, %s".formatted(order, account.masked()));
        return get(order);
    }

    private MandateView changed(MandateView mandate, DebitAccount account) {
        if (mandate.account().equals(account)) {
            return mandate;
        }
        if (mandate.isActive()) {
            throw new Conflict("mandate-active", mandate.reference());
        }
        rows.changeAccount(mandate.reference(), account);
        rows.keepHistory(List.of(mandate.reference()));
        audit.record("mandate-changed", mandate.reference(), account.masked());
        return get(mandate.order());
    }

    /** The mandate that counts, or else the one revoked last; empty if the order never had one. */
    @Transactional(readOnly = true)
    public Optional<MandateView> of(String order) {
        return rows.find(order);
    }

    /** The same of many orders, by order number. */
    @Transactional(readOnly = true)
    public Map<String, MandateView> of(Collection<String> orders) {
        return rows.find(orders).stream().collect(Collectors.toMap(MandateView::order, Function.identity()));
    }

    /**
     * The customer has signed: from now on it may be collected. A second time changes nothing.
     *
     * @param on the day of the signature
     * @throws NotFound if the order has no mandate
     * @throws Conflict {@code mandate-revoked} if it does not count any more
     */
    public MandateView sign(String order, LocalDate on) {
        var mandate = locked(order);
        if (mandate.status() == Status.REVOKED) {
            throw new Conflict("mandate-revoked", mandate.reference());
        }
        if (mandate.status() == Status.PENDING) {
            rows.sign(mandate.reference(), on);
            rows.keepHistory(List.of(mandate.reference()));
            audit.record("mandate-signed", mandate.reference(), "%s, signed on %s".formatted(order, on));
        }
        return get(order);
    }

    /**
     * Nothing may be collected under it any more. A second time changes nothing.
     *
     * @param reason in words, for the audit trail
     * @throws NotFound if the order has no mandate
     */
    public void revoke(String order, String reason) {
        var mandate = locked(order);
        if (mandate.status() != Status.REVOKED) {
            rows.revoke(mandate.reference());
            rows.keepHistory(List.of(mandate.reference()));
            audit.record("mandate-revoked", mandate.reference(), reason);
        }
    }

    /**
     * Money was collected under these mandates: what follows is recurrent.
     *
     * @param references of mandates
     */
    public void collected(Collection<String> references, LocalDate on) {
        rows.keepHistory(rows.collected(references, on));
    }

    private MandateView get(String order) {
        return rows.find(order).orElseThrow();
    }

    private MandateView locked(String order) {
        return rows.lock(order).orElseThrow(() -> new NotFound("mandate", order));
    }
}
