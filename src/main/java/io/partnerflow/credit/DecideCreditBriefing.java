package io.partnerflow.credit;

import static java.util.stream.Collectors.joining;

import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the credit desk sees: the agency's answer, what the customer owes already, and every decision before. */
@Component
class DecideCreditBriefing implements TaskBriefing {

    private static final int LONGEST = 4000;

    private final CreditCheckStore checks;
    private final CreditFacts facts;
    private final CreditDecisionLog log;
    private final CreditWords says;
    private final OrderWords words;
    private final Locale staff;

    DecideCreditBriefing(
            CreditCheckStore checks,
            CreditFacts facts,
            CreditDecisionLog log,
            CreditWords says,
            OrderWords words,
            VendorLanguage staff) {
        this.checks = checks;
        this.facts = facts;
        this.log = log;
        this.says = says;
        this.words = words;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return "credit-check.decide-credit";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var check = checks.about(businessKey);
        var inputs = facts.about(check);
        var order = inputs.order();
        var formats = words.formats(staff);
        var decisions = log.of(check.number());
        var shown = new LinkedHashMap<String, String>();
        shown.put("checkNumber", check.number());
        shown.put("orderNumber", order.number());
        shown.put("reasonForPerson", reason(decisions));
        shown.put("customer", words.card(order.customer()));
        shown.put("reseller", words.card(order.reseller()));
        shown.put("goods", words.goods(order, staff));
        shown.put("monthlyRate", formats.money(inputs.monthlyRate()));
        shown.put("term", says.term(order.termMonths()));
        shown.put("exposure", says.exposure(inputs.exposure(), formats));
        shown.put("agency", says.agency(inputs.report(), check.agencyProblem(), formats));
        shown.put("security", says.security(check.alternative(), formats));
        shown.put(
                "log",
                decisions.stream().map(one -> says.decision(one, formats)).collect(joining("\n")));
        shown.put("creditUrl", "/staff/credit/" + order.number());
        shown.replaceAll((key, fact) -> fact.length() <= LONGEST ? fact : fact.substring(0, LONGEST));
        return shown;
    }

    private String reason(List<CreditDecision> decisions) {
        return decisions.isEmpty()
                ? ""
                : says.reason(decisions.get(decisions.size() - 1).reason());
    }
}
