package io.partnerflow.subscriptions;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.web.PortalAddress;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The letters about a contract's life: to whoever asked for a change, and to its reseller. */
@Component
class ChangeLetters {

    private final Postman postman;
    private final Organisations organisations;
    private final SubscriptionRows rows;
    private final SeatWords words;
    private final AgreedWords agreedWords;
    private final PortalAddress portal;

    ChangeLetters(
            Postman postman,
            Organisations organisations,
            SubscriptionRows rows,
            SeatWords words,
            AgreedWords agreedWords,
            PortalAddress portal) {
        this.postman = postman;
        this.organisations = organisations;
        this.rows = rows;
        this.words = words;
        this.agreedWords = agreedWords;
        this.portal = portal;
    }

    void seatsAdded(SubscriptionChange change) {
        answer("seats-added", change);
    }

    /** What happens when, to the day. */
    void scheduled(SubscriptionChange change) {
        answer("change-scheduled", change);
    }

    void refused(SubscriptionChange change) {
        answer("change-refused", change);
    }

    void withdrawn(SubscriptionChange change) {
        answer("change-withdrawn", change);
    }

    /** Terms or a reseller agreed on with the vendor. */
    void agreed(SubscriptionChange change) {
        answer("contract-changed", change);
    }

    /** @param days before the renewal */
    void renewalNear(SubscriptionView contract, LocalDate renewalDate, int days) {
        var facts = facts(contract);
        facts.put("days", days);
        facts.put("renewalDate", renewalDate);
        facts.put("lastDayForNotice", renewalDate.minusDays(contract.agreed().noticeDays()));
        facts.put(
                "lastDayForReduction",
                renewalDate
                        .minusMonths(contract.agreed().reductionWindowMonths())
                        .minusDays(1));
        facts.put("reducible", contract.agreed().reductionWindowMonths() > 0);
        toReseller("renewal-reminder", "%s/%s/%d".formatted(contract.number(), renewalDate, days), contract, facts);
    }

    void renewed(SubscriptionView contract, LocalDate renewalDate) {
        var facts = facts(contract);
        facts.put("renewalDate", renewalDate);
        facts.put("lastDay", contract.term().lastDay());
        toReseller("subscription-renewed", contract.number() + "/" + renewalDate, contract, facts);
    }

    void ended(SubscriptionView contract, LocalDate end) {
        var facts = facts(contract);
        facts.put("lastDay", end.minusDays(1));
        facts.put("byItself", contract.endsByItself());
        toReseller("subscription-ended", contract.number(), contract, facts);
    }

    private void answer(String template, SubscriptionChange change) {
        var contract = rows.find(change.subscription()).orElseThrow();
        var language = Locale.forLanguageTag(reseller(contract).language());
        var facts = facts(contract);
        facts.put("number", change.number());
        facts.put("kind", change.kind().name());
        facts.put("changedSeats", words.of(change.seats(), language));
        facts.put("effectiveOn", change.effectiveOn());
        facts.put("lastDay", change.effectiveOn().minusDays(1));
        Optional.ofNullable(change.details().reason()).ifPresent(reason -> facts.put("reason", reason));
        Optional.ofNullable(change.details().agreed())
                .ifPresent(agreed -> facts.put("agreed", agreedWords.of(agreed, language)));
        postman.send(letter(
                template,
                change.number(),
                change.requester().answerTo(),
                reseller(contract).language(),
                contract,
                facts));
    }

    void toReseller(String template, String occasion, SubscriptionView contract, Map<String, Object> facts) {
        var reseller = reseller(contract);
        postman.send(letter(template, occasion, reseller.email(), reseller.language(), contract, facts));
    }

    /** In the customer's language and the look of its reseller. */
    void toCustomer(String template, String occasion, SubscriptionView contract, Map<String, Object> facts) {
        var customer = organisations.get(contract.customer());
        postman.send(letter(template, occasion, customer.email(), customer.language(), contract, facts)
                .inTheNameOf(contract.reseller()));
    }

    private Letter letter(
            String template,
            String occasion,
            String to,
            String language,
            SubscriptionView contract,
            Map<String, Object> facts) {
        var inWords = new HashMap<>(facts);
        inWords.put("seatsNow", words.ofLines(contract.lines(), Locale.forLanguageTag(language)));
        return new Letter(
                "%s/%s".formatted(template, occasion),
                to,
                "",
                template,
                Locale.forLanguageTag(language),
                inWords,
                contract.number());
    }

    Map<String, Object> facts(SubscriptionView contract) {
        var facts = new HashMap<String, Object>();
        facts.put("subscription", contract.number());
        facts.put("customer", organisations.get(contract.customer()).name());
        facts.put("annualNet", contract.annualNet());
        facts.put("page", portal.of("/subscriptions/" + contract.number()));
        return facts;
    }

    private Party reseller(SubscriptionView contract) {
        return organisations.get(contract.reseller());
    }
}
