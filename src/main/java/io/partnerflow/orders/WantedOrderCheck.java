package io.partnerflow.orders;

import static java.util.stream.Collectors.joining;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.parties.OrderBlocks;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether an order can be made as it is asked for; tells everything that is wrong at once. */
@Component
class WantedOrderCheck {

    private final Programmes programmes;
    private final Resellers resellers;
    private final Catalogue catalogue;
    private final VendorCalendar calendar;
    private final OrderBlocks blocks;
    private final SeatsForDevices seats;

    WantedOrderCheck(
            Programmes programmes,
            Resellers resellers,
            Catalogue catalogue,
            VendorCalendar calendar,
            OrderBlocks blocks,
            SeatsForDevices seats) {
        this.programmes = programmes;
        this.resellers = resellers;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.blocks = blocks;
        this.seats = seats;
    }

    /** What a price depends on. */
    CheckedOrder forEstimate(WantedOrder wanted, OrderFields fields) {
        return check(wanted, fields, List.of(Part.START_DATE, Part.PO_REFERENCE));
    }

    /** Everything but the acceptance of the terms. */
    CheckedOrder forReview(WantedOrder wanted, OrderFields fields) {
        return check(wanted, fields, List.of(Part.CUSTOMER, Part.START_DATE, Part.PO_REFERENCE, Part.SIGNATORY));
    }

    /** What an order begins with. */
    CheckedOrder forStart(WantedOrder wanted, OrderFields fields) {
        return check(wanted, fields, List.of(Part.CUSTOMER, Part.SIGNATORY));
    }

    /** What the order form says. */
    CheckedOrder forRegistration(WantedOrder wanted, OrderFields fields) {
        return check(wanted, fields, List.of(Part.START_DATE, Part.PO_REFERENCE, Part.TERMS));
    }

    /** Everything in one go. */
    CheckedOrder forPlacing(WantedOrder wanted, OrderFields fields) {
        return check(wanted, fields, List.of(Part.values()));
    }

    /** Programmes under which the reseller may sell now. */
    List<ProgrammePolicy> programmesOf(UUID reseller) {
        return programmes.all().stream()
                .filter(policy -> terms(reseller, policy.code()).isPresent())
                .toList();
    }

    /** What can be ordered for a term. */
    List<Product> productsOf(String programme) {
        return catalogue.products(programme).stream()
                .filter(product -> product.unit() != Product.Unit.ONCE)
                .toList();
    }

    private enum Part {
        CUSTOMER,
        START_DATE,
        PO_REFERENCE,
        SIGNATORY,
        TERMS
    }

    private CheckedOrder check(WantedOrder wanted, OrderFields fields, List<Part> parts) {
        var problems = new Invalid.Collector();
        var policy = programmes.find(String.valueOf(wanted.programme()));
        var terms = policy.flatMap(known -> terms(wanted.reseller(), known.code()));
        if (terms.isEmpty()) {
            rejectProgramme(wanted, problems);
        }
        var part = new WantedOrderParts(wanted, fields, problems);
        if (parts.contains(Part.CUSTOMER) || wanted.customer() != null) {
            part.customer(
                    wanted.customer() != null && resellers.takesCareOf(wanted.reseller(), wanted.customer()),
                    wanted.customer() != null && resellers.mayOrderFor(wanted.reseller(), wanted.customer()));
        }
        var lines = lines(policy, part);
        var term = policy.flatMap(part::term);
        var needsSignatory =
                policy.filter(ProgrammePolicy::needsSignedAgreement).isPresent();
        var signatory = parts.contains(Part.SIGNATORY) && needsSignatory ? part.signatory() : null;
        policy.filter(known -> parts.contains(Part.START_DATE))
                .ifPresent(known -> part.startDate(
                        known.limits(), term.map(ProgrammePolicy.Term::months).orElse(0), calendar.today()));
        var poReference = parts.contains(Part.PO_REFERENCE) ? part.poReference() : null;
        policy.filter(known -> parts.contains(Part.TERMS)).ifPresent(part::terms);
        policy.filter(known -> known.soldByOffer() && wanted.offer() == null && parts.contains(Part.CUSTOMER))
                .ifPresent(known -> problems.reject("programme", "offer-needed", known.code()));
        if (parts.contains(Part.CUSTOMER) || parts.contains(Part.TERMS)) {
            seats.check(wanted, fields, problems);
        }
        problems.throwIfAny();
        if (parts.contains(Part.CUSTOMER)) {
            requirePayerMayOrder(policy.orElseThrow(), wanted);
        }
        return new CheckedOrder(
                policy.orElseThrow(),
                terms.orElseThrow(),
                payer(policy.orElseThrow(), wanted),
                lines,
                term.orElseThrow(),
                wanted.startDate(),
                poReference,
                signatory,
                wanted.offer() == null ? null : wanted.offer().pricedOn());
    }

    /** Who has not paid for long gets nothing new until it has. */
    private void requirePayerMayOrder(ProgrammePolicy policy, WantedOrder wanted) {
        var unpaid = blocks.blocking(payer(policy, wanted));
        if (!unpaid.isEmpty()) {
            throw new Conflict(OrderBlocks.CODE, String.join(", ", unpaid));
        }
    }

    private static UUID payer(ProgrammePolicy policy, WantedOrder wanted) {
        return policy.billTo() == ProgrammePolicy.BillTo.RESELLER ? wanted.reseller() : wanted.customer();
    }

    private void rejectProgramme(WantedOrder wanted, Invalid.Collector problems) {
        var sent = Objects.requireNonNullElse(wanted.programme(), "");
        var offered = programmesOf(wanted.reseller()).stream()
                .map(ProgrammePolicy::code)
                .collect(joining(", "));
        problems.reject("programme", "programme-unknown", wanted.programme(), sent, offered);
    }

    private List<OrderLine> lines(Optional<ProgrammePolicy> policy, WantedOrderParts part) {
        return part.lines(
                policy.map(known -> productsOf(known.code())).orElse(List.of()),
                policy.map(known -> known.limits().largestQuantity()).orElse(Integer.MAX_VALUE),
                policy.isPresent());
    }

    private Optional<ResellerTerms> terms(UUID reseller, String programme) {
        return resellers.terms(reseller, programme).filter(ResellerTerms::active);
    }
}
