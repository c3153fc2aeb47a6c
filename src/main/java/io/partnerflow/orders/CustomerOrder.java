package io.partnerflow.orders;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order. It is started, registered with its form, becomes active and is completed; on the way it may be rejected,
 * cancelled or lapse, and then never changes again.
 */
@Entity
@Table(name = "customer_order")
class CustomerOrder {

    @Id
    private String number;

    private String programme;
    private int policyVersion;
    private UUID resellerId;
    private UUID customerId;
    private @Nullable String trialNumber;
    private boolean onlyOne;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private @Nullable String signatoryName;
    private @Nullable String signatoryEmail;
    private int termMonths;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "position")
    private List<LineRow> lines = new ArrayList<>();

    @Embedded
    private @Nullable Registration registration;

    private @Nullable String subscriptionNumber;
    private boolean invoiced;
    private @Nullable String reason;
    private String placedBy;
    private Instant startedAt;
    private Instant formDeadline;
    private @Nullable String offerNumber;
    private @Nullable LocalDate pricedOn;
    private @Nullable LocalDate deliveredOn;

    @Version
    private long version;

    protected CustomerOrder() {} // for JPA

    static CustomerOrder start(String number, OrderStart wanted, Instant now) {
        var order = new CustomerOrder();
        order.number = number;
        order.status = OrderStatus.STARTED;
        order.programme = wanted.policy().code();
        order.policyVersion = wanted.policy().version();
        order.resellerId = wanted.reseller();
        order.customerId = wanted.customer();
        order.trialNumber = wanted.trialNumber();
        order.onlyOne = !wanted.policy().limits().severalSubscriptions();
        order.wants(wanted.lines(), wanted.termMonths());
        order.signedBy(wanted.signatory());
        order.placedBy = wanted.placedBy();
        order.startedAt = now;
        order.formDeadline = wanted.formDeadline();
        order.offerNumber = wanted.offer() == null ? null : wanted.offer().number();
        order.pricedOn = wanted.offer() == null ? null : wanted.offer().pricedOn();
        return order;
    }

    /** Takes the order form: from now on what is ordered and what it costs stand fast. */
    void register(List<OrderLine> wanted, int months, Registration form) {
        require(OrderStatus.STARTED, "order-not-awaiting-form");
        wants(wanted, months);
        registration = form;
        status = OrderStatus.REGISTERED;
    }

    void activate(String subscription) {
        require(OrderStatus.REGISTERED, "order-not-registered");
        subscriptionNumber = subscription;
        status = OrderStatus.ACTIVE;
    }

    /** @throws Conflict if the order was given up in the meantime: then nothing may be invoiced */
    void invoiced() {
        if (status != OrderStatus.COMPLETED) { // a term that begins later is invoiced long after everybody was told
            require(OrderStatus.ACTIVE, "order-not-active");
        }
        invoiced = true;
    }

    void complete() {
        require(OrderStatus.ACTIVE, "order-not-active");
        status = OrderStatus.COMPLETED;
    }

    void reject(String why) {
        require(OrderStatus.REGISTERED, "order-not-registered");
        status = OrderStatus.REJECTED;
        reason = why;
    }

    /** The vendor will not bear the risk (WA-3). */
    void decline() {
        require(OrderStatus.REGISTERED, "order-not-registered");
        status = OrderStatus.DECLINED;
    }

    /** Everything has arrived; told again, the first day stays. */
    void delivered(LocalDate day) {
        require(OrderStatus.REGISTERED, "order-not-registered");
        deliveredOn = deliveredOn == null ? day : deliveredOn;
    }

    void lapse() {
        if (status != OrderStatus.STARTED) {
            require(OrderStatus.REGISTERED, "order-not-registered");
        }
        status = OrderStatus.LAPSED;
    }

    /** @throws Conflict if an invoice has been issued, or the order has ended or is being cancelled already */
    void cancel(String why) {
        if (invoiced) {
            throw new Conflict("order-invoiced", number);
        }
        if (!status.mayBeCancelled()) {
            throw new Conflict("order-not-open", number);
        }
        status = OrderStatus.CANCELLING;
        reason = why;
    }

    void cancelled() {
        require(OrderStatus.CANCELLING, "order-not-open");
        status = OrderStatus.CANCELLED;
    }

    OrderStatus status() {
        return status;
    }

    String number() {
        return number;
    }

    UUID reseller() {
        return resellerId;
    }

    /** The whole calculation as JSON; null before the form is in. */
    @Nullable
    String estimate() {
        return registration == null ? null : registration.estimate();
    }

    private void wants(List<OrderLine> wanted, int months) {
        lines.clear();
        wanted.forEach(line -> lines.add(LineRow.of(line)));
        termMonths = months;
    }

    private void signedBy(@Nullable NamedEmail signatory) {
        signatoryName = signatory == null ? null : signatory.name();
        signatoryEmail = signatory == null ? null : signatory.email().value();
    }

    private @Nullable NamedEmail signatory() {
        return signatoryEmail == null ? null : new NamedEmail(signatoryName, EmailAddress.of(signatoryEmail));
    }

    private void require(OrderStatus expected, String code) {
        if (status != expected) {
            throw new Conflict(code, number);
        }
    }

    OrderView view() {
        return new OrderView(
                number,
                status,
                programme,
                policyVersion,
                resellerId,
                customerId,
                trialNumber,
                lines.stream().map(LineRow::line).toList(),
                termMonths,
                registration == null ? null : registration.startDate(),
                registration == null ? null : registration.poReference(),
                signatory(),
                registration == null ? null : registration.price(),
                registration == null ? null : registration.terms(),
                subscriptionNumber,
                invoiced,
                reason,
                placedBy,
                startedAt,
                formDeadline,
                offerNumber,
                pricedOn,
                deliveredOn);
    }
}
