package io.partnerflow.agreements;

import io.partnerflow.mandates.Creditor;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.mandates.MandateView.Status;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.orders.OrderEstimate;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.pricing.Instalment;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Money;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatTotals;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an agreement says about money where the vendor itself invoices the customer: the rate of each line as it will stand
 * on every invoice, from the order's own estimate, and the mandate to debit it.
 */
@Component
class RentalPaper {

    private final Orders orders;
    private final OrderWords words;
    private final Mandates mandates;
    private final Creditor creditor;

    RentalPaper(Orders orders, OrderWords words, Mandates mandates, Creditor creditor) {
        this.orders = orders;
        this.words = words;
        this.mandates = mandates;
        this.creditor = creditor;
    }

    /** @param unit of one; null where the pieces do not share the amount evenly */
    record Line(
            String description,
            BigDecimal quantity,
            @Nullable Money unit,
            Money net) {}

    /** Adds nothing as long as no price stands fast, or the customer is not the one who pays it. */
    Map<String, Object> facts(OrderView order, ProgrammePolicy policy, Locale language) {
        var facts = new HashMap<String, Object>();
        if (policy.billTo() == ProgrammePolicy.BillTo.CUSTOMER) {
            orders.estimate(order.number()).ifPresent(estimate -> facts.putAll(money(order, estimate, language)));
        }
        if (policy.ending() != null) {
            facts.put("extensionMonths", policy.ending().extensionMonths());
            facts.put("longestMonths", policy.ending().longestMonths());
        }
        if (policy.returns() != null) {
            facts.put("returnDays", policy.returns().dueDays());
        }
        if (policy.directDebit() != null) {
            facts.put("noticeOfDebitDays", policy.directDebit().preNotificationDays());
        }
        if (order.offerNumber() != null) {
            facts.put("offerNumber", order.offerNumber());
        }
        mandates.of(order.number())
                .filter(mandate -> mandate.status() != Status.REVOKED)
                .ifPresent(mandate -> {
                    facts.put("mandate", mandate(mandate));
                    facts.put("creditorId", creditor.id());
                });
        return facts;
    }

    /** In full: this is the paper on which the account holder signs it. */
    private static Map<String, String> mandate(MandateView mandate) {
        return Map.of(
                "reference", mandate.reference(),
                "holder", mandate.accountHolder(),
                "iban", mandate.iban(),
                "bic", Objects.requireNonNullElse(mandate.account().bic(), ""));
    }

    private Map<String, Object> money(OrderView order, OrderEstimate estimate, Locale language) {
        var rate = estimate.estimate().instalments().get(0);
        var totals = VatTotals.of(List.of(VatGroup.of(estimate.vatCategory(), estimate.vatRate(), rate.lineNets())));
        var facts = new HashMap<String, Object>();
        facts.put("rates", rates(order, rate, language));
        facts.put("totals", totals);
        facts.put("vatRate", estimate.vatRate());
        facts.put("vatReason", estimate.vatReason().name());
        facts.put("contractValue", estimate.estimate().contractValue());
        return facts;
    }

    private List<Line> rates(OrderView order, Instalment rate, Locale language) {
        return IntStream.range(0, order.lines().size())
                .mapToObj(index -> {
                    var line = order.lines().get(index);
                    var net = rate.lineNets().get(index);
                    var unit = net.share(1, line.quantity());
                    var even = unit.times(line.quantity()).equals(net);
                    return new Line(
                            words.product(line.product(), language),
                            BigDecimal.valueOf(line.quantity()),
                            even ? unit : null,
                            net);
                })
                .toList();
    }
}
