package io.partnerflow.portal;

import static io.partnerflow.orders.Milestone.ACCOUNT_READY;
import static io.partnerflow.orders.Milestone.ACTIVATED;
import static io.partnerflow.orders.Milestone.AGREEMENT_CONCLUDED;
import static io.partnerflow.orders.Milestone.CHECKED;
import static io.partnerflow.orders.Milestone.COMPLETED;
import static io.partnerflow.orders.Milestone.CREDIT_APPROVED;
import static io.partnerflow.orders.Milestone.DELIVERED;
import static io.partnerflow.orders.Milestone.REGISTERED;

import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWait;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.ReachedMilestone;
import io.partnerflow.programmes.Programmes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What has happened to an order, and what is still to come if all goes well. */
@Component
class OrderTimeline {

    private static final List<Milestone> USUAL = List.of(
            REGISTERED, AGREEMENT_CONCLUDED, CHECKED, CREDIT_APPROVED, ACCOUNT_READY, DELIVERED, ACTIVATED, COMPLETED);
    private static final Map<String, Milestone> AWAITED = Map.ofEntries(
            Map.entry("order-form", REGISTERED),
            Map.entry("send-agreement", AGREEMENT_CONCLUDED),
            Map.entry("signed-agreement", AGREEMENT_CONCLUDED),
            Map.entry("check-agreement", AGREEMENT_CONCLUDED),
            Map.entry("check-order", ACCOUNT_READY),
            Map.entry("credit-agency", CREDIT_APPROVED),
            Map.entry("credit-person", CREDIT_APPROVED),
            Map.entry("credit-alternatives", CREDIT_APPROVED),
            Map.entry("account", ACCOUNT_READY),
            Map.entry("account-system", ACCOUNT_READY),
            Map.entry("account-delayed", ACCOUNT_READY),
            Map.entry("ship-devices", DELIVERED),
            Map.entry("receipts", DELIVERED),
            Map.entry("invoice", COMPLETED));
    private static final Set<Milestone> SETBACKS = EnumSet.of(
            Milestone.REJECTED,
            Milestone.CREDIT_DECLINED,
            Milestone.DECLINED,
            Milestone.LAPSED,
            Milestone.AGREEMENT_LAPSED,
            Milestone.AGREEMENT_RETURNED,
            Milestone.CANCELLED);

    private final Programmes programmes;
    private final MessageSource messages;
    private final OrderWords words;

    OrderTimeline(Programmes programmes, MessageSource messages, OrderWords words) {
        this.programmes = programmes;
        this.messages = messages;
        this.words = words;
    }

    /** @param waits what the order waits for; the steps they stand before are the ones to look at */
    List<Shell.Step> of(OrderView order, List<ReachedMilestone> reached, List<OrderWait> waits, Locale language) {
        var now = waits.stream().map(wait -> AWAITED.get(wait.what())).toList();
        var steps = new ArrayList<Shell.Step>();
        reached.forEach(one -> steps.add(new Shell.Step(
                SETBACKS.contains(one.milestone()) ? "failed" : "done",
                text(one.milestone(), language),
                words.formats(language).time(one.at()))));
        if (order.status().isOpen() && order.status() != OrderStatus.CANCELLING) {
            var policy = programmes.get(order.programme(), order.policyVersion());
            USUAL.stream()
                    .filter(milestone -> reached.stream().noneMatch(one -> one.milestone() == milestone))
                    .filter(milestone -> milestone != AGREEMENT_CONCLUDED || order.signatory() != null)
                    .filter(milestone -> milestone != CREDIT_APPROVED || policy.checksCredit())
                    .filter(milestone -> milestone != DELIVERED || policy.delivers())
                    .forEach(milestone -> steps.add(
                            new Shell.Step(now.contains(milestone) ? "now" : "next", text(milestone, language), null)));
        }
        return steps;
    }

    private String text(Milestone milestone, Locale language) {
        return messages.getMessage("portal.order.milestone." + milestone.code(), null, language);
    }
}
