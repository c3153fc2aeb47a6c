package io.partnerflow.subscriptions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Percentage;
import io.partnerflow.subscriptions.SubscriptionRows.TermRow;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a contract's next term is: as long as the last one unless agreed otherwise (C-13), at the prices and discounts of
 * its first day, less what leaves at the renewal (C-12), with one line per product again. For the renewal itself and for
 * whoever wants to know beforehand.
 */
@Component
class NextTerm {

    private final Catalogue catalogue;
    private final Resellers resellers;
    private final Programmes programmes;

    NextTerm(Catalogue catalogue, Resellers resellers, Programmes programmes) {
        this.catalogue = catalogue;
        this.resellers = resellers;
        this.programmes = programmes;
    }

    record Planned(TermRow row, List<SubscriptionLine> lines) {}

    /**
     * @param last the term it follows
     * @param lines of that term, with what was added during it
     * @param leaving the reductions that become effective with it
     */
    Planned after(
            SubscriptionView contract, TermRow last, List<SubscriptionLine> lines, List<SubscriptionChange> leaving) {
        var months = contract.agreed().renewalMonths() == null
                ? last.term().months()
                : contract.agreed().renewalMonths();
        var next = new TermRow(last.position() + 1, last.term().next(months));
        var policy = programmes.get(contract.programme(), contract.policyVersion());
        var byProduct = lines.stream().collect(groupingBy(SubscriptionLine::product, LinkedHashMap::new, toList()));
        var renewed = byProduct.entrySet().stream()
                .map(of -> new Seats(of.getKey(), staying(of.getKey(), of.getValue(), leaving)))
                .filter(seats -> seats.quantity() > 0)
                .map(seats -> line(
                        contract,
                        policy,
                        seats,
                        next,
                        byProduct.get(seats.product()).get(0)))
                .toList();
        return new Planned(next, renewed);
    }

    private static int staying(String product, List<SubscriptionLine> lines, List<SubscriptionChange> leaving) {
        var now = lines.stream().mapToInt(SubscriptionLine::quantity).sum();
        return now - leaving.stream().mapToInt(change -> change.of(product)).sum();
    }

    private SubscriptionLine line(
            SubscriptionView contract, ProgrammePolicy policy, Seats seats, TermRow next, SubscriptionLine before) {
        var begins = next.term().from();
        return new SubscriptionLine(
                seats.product(),
                seats.quantity(),
                catalogue
                        .price(
                                seats.product(),
                                before.listPerYear().currencyCode(),
                                begins,
                                next.term().months())
                        .perYear(),
                termDiscount(contract, policy, next.term().months()),
                partnerDiscount(contract),
                policy.additiveDiscounts());
    }

    private static Percentage termDiscount(SubscriptionView contract, ProgrammePolicy policy, int months) {
        return contract.agreed().termDiscount() != null
                ? contract.agreed().termDiscount()
                : policy.term(months).map(ProgrammePolicy.Term::discount).orElse(Percentage.of("0"));
    }

    /** Only the discount of today is known; who looks ahead sees that one. */
    private Percentage partnerDiscount(SubscriptionView contract) {
        return contract.agreed().partnerDiscount() != null
                ? contract.agreed().partnerDiscount()
                : resellers
                        .terms(contract.reseller(), contract.programme())
                        .filter(ResellerTerms::active)
                        .map(ResellerTerms::partnerDiscount)
                        .orElse(Percentage.of("0"));
    }
}
