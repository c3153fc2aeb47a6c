package io.partnerflow.provisioning;

import static java.util.stream.Collectors.joining;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Attempt;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the order desk sees of a step that has failed: what, since when, every try, and who would log in. */
@Component
class ClarifyProvisioningBriefing implements TaskBriefing {

    private static final int LONGEST = 4000;
    private static final int SHOWN = 20;

    private final Orders orders;
    private final OrderWords words;
    private final Accounts accounts;
    private final AccountProvisioning provisioning;
    private final Clarifications clarifications;
    private final Locale staff;
    private final MessageSource messages;

    ClarifyProvisioningBriefing(
            Orders orders,
            OrderWords words,
            Accounts accounts,
            AccountProvisioning provisioning,
            Clarifications clarifications,
            MessageSource messages,
            VendorLanguage staff) {
        this.orders = orders;
        this.words = words;
        this.accounts = accounts;
        this.provisioning = provisioning;
        this.clarifications = clarifications;
        this.messages = messages;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return ProvisioningProcess.CLARIFY_TASK;
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var order = orders.get(businessKey);
        var failed = clarifications.latest(businessKey).orElseThrow();
        var tried = accounts.attemptsFor(businessKey);
        var facts = new LinkedHashMap<String, String>();
        facts.put("orderNumber", businessKey);
        facts.put("customer", words.card(order.customer()));
        facts.put("reseller", words.card(order.reseller()));
        facts.put("goods", words.goods(order, staff));
        facts.put("accountReference", provisioning.account(order));
        facts.put("firstUser", firstUser(order));
        facts.put("failedStep", text("provisioning-step." + failed.step()));
        facts.put("failedSince", since(tried, failed));
        facts.put("explanation", failed.explanation());
        facts.put("attempts", inWords(tried));
        facts.put("resellerAnswer", clarifications.lastAnswer(businessKey).orElse(""));
        facts.put("accountMissing", failed.step().equals("create-account") ? "yes" : "no");
        facts.put("attemptsUrl", "/staff/provisioning/" + businessKey);
        facts.replaceAll((key, fact) -> fact.length() <= LONGEST ? fact : fact.substring(0, LONGEST));
        return facts;
    }

    private String firstUser(OrderView order) {
        var user = provisioning.firstUser(order);
        return user.name().isBlank()
                ? user.email().value()
                : "%s <%s>".formatted(user.name(), user.email().value());
    }

    private String since(List<Attempt> tried, Clarification failed) {
        return tried.stream()
                .filter(attempt -> attempt.action().equals(failed.step()) && attempt.failed())
                .findFirst()
                .map(first -> words.formats(staff).time(first.at()))
                .orElse("");
    }

    private String inWords(List<Attempt> tried) {
        return tried.subList(Math.max(0, tried.size() - SHOWN), tried.size()).stream()
                .map(attempt -> "%s  %s: %s"
                        .formatted(
                                words.formats(staff).time(attempt.at()),
                                text("provisioning-step." + attempt.action()),
                                Objects.requireNonNullElse(attempt.answer(), text("provisioning-outcome.none"))))
                .collect(joining("\n"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, staff);
    }
}
