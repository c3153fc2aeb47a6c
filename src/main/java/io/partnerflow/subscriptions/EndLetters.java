package io.partnerflow.subscriptions;

import io.partnerflow.web.PortalAddress;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The letters about the end of a contract that ends by itself: what can be done before it, and when it has moved. */
@Component
class EndLetters {

    private final ChangeLetters letters;
    private final ExtensionRule rule;
    private final ObjectProvider<FollowUps> followUps;
    private final PortalAddress portal;

    EndLetters(ChangeLetters letters, ExtensionRule rule, ObjectProvider<FollowUps> followUps, PortalAddress portal) {
        this.letters = letters;
        this.rule = rule;
        this.followUps = followUps;
        this.portal = portal;
    }

    /** Asks for a follow-up offer, or says what is on its way already (W-22, W-33). */
    void endNear(SubscriptionView contract, int days) {
        var step = rule.of(contract);
        var follows = followUps.stream()
                .flatMap(known -> known.of(contract.number()).stream())
                .findFirst();
        var facts = facts(contract);
        facts.put("days", days);
        facts.put("extendable", step.allowed());
        facts.put("extensionMonths", rule.stepMonths(contract));
        facts.put("followed", follows.isPresent());
        facts.put("followedBy", follows.map(FollowUps.FollowUp::offer).orElse(""));
        facts.put("late", follows.filter(FollowUps.FollowUp::stillToCome).isPresent());
        letters.toReseller(
                "contract-ends", "%s/%s/%d".formatted(contract.number(), contract.endsOn(), days), contract, facts);
    }

    /** To the reseller and to the customer, who pays for it. */
    void extended(SubscriptionChange change, Extensions.Preview preview) {
        var contract = preview.contract();
        var facts = facts(contract);
        facts.put("number", change.number());
        facts.put("lastDay", preview.lastDay());
        facts.put("lastDayBefore", contract.lastDay());
        facts.put("months", preview.months());
        facts.put("rate", preview.toPay().get(0).net());
        facts.put("costs", preview.costs());
        facts.put("stepsLeft", preview.stepsLeft());
        letters.toReseller("contract-extended", change.number(), contract, facts);
        facts.put("page", portal.of("/contracts/" + contract.number()));
        letters.toCustomer("contract-extended-customer", change.number(), contract, facts);
    }

    private Map<String, Object> facts(SubscriptionView contract) {
        var facts = letters.facts(contract);
        facts.put("lastDay", contract.lastDay());
        facts.put("offerPage", portal.of("/offers/new?follows=" + contract.number()));
        facts.put("extensionPage", portal.of("/subscriptions/" + contract.number() + "/extension"));
        return facts;
    }
}
