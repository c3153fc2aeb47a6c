package io.partnerflow.commission;

import io.partnerflow.offers.OfferView;
import io.partnerflow.orders.OrderView;
import io.partnerflow.parties.Organisations;
import io.partnerflow.pricing.Kickback;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Turns an offer that was delivered into a statement; no amount is reckoned anew (W-16). */
@Component
class ContractDrafting {

    private final DraftRows carries;
    private final Programmes programmes;
    private final Organisations organisations;
    private final CommissionWords words;
    private final VendorCalendar calendar;

    ContractDrafting(
            DraftRows carries,
            Programmes programmes,
            Organisations organisations,
            CommissionWords words,
            VendorCalendar calendar) {
        this.carries = carries;
        this.programmes = programmes;
        this.organisations = organisations;
        this.words = words;
        this.calendar = calendar;
    }

    ContractDraft of(String number, OrderView order, OfferView offer, String customerName) {
        var policy = programmes.get(order.programme(), order.policyVersion());
        var language = CommissionWords.languageOf(organisations.get(order.reseller()));
        var lines = lines(offer, language);
        var carryIn = carries.takeCarry(number, order.reseller(), order.programme(), offer.currency());
        var result = Kickback.settled(
                        lines.stream().map(ContractDraft.Line::amount).toList(), carryIn)
                .paidFrom(Money.rounded(PayoutTerms.of(policy).threshold(), carryIn.currency()));
        return new ContractDraft(
                number,
                order.reseller(),
                order.programme(),
                order.policyVersion(),
                Objects.requireNonNull(order.subscriptionNumber()),
                offer.number(),
                Objects.requireNonNullElseGet(order.deliveredOn(), calendar::today),
                customerName,
                offer.commission().fullTermValue(),
                carryIn,
                result,
                lines);
    }

    private List<ContractDraft.Line> lines(OfferView offer, Locale language) {
        var lines = new ArrayList<ContractDraft.Line>();
        var used = new HashMap<String, Integer>();
        for (var i = 0; i < offer.components().size(); i++) {
            var component = offer.components().get(i);
            var times = used.merge(component.product(), 1, Integer::sum);
            lines.add(new ContractDraft.Line(
                    times == 1 ? component.product() : component.product() + "-" + times,
                    "%d × %s".formatted(component.quantity(), component.name()),
                    component.monthlyOfAll().times(offer.termMonths()),
                    component.commissionRate(),
                    offer.commissionLines().get(i),
                    words.formula(language, offer, component)));
        }
        return lines;
    }
}
