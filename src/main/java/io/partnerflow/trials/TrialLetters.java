package io.partnerflow.trials;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters about a trial: to the people who try, and to the reseller's user who started it. */
@Component
class TrialLetters {

    private final Postman postman;
    private final Organisations organisations;
    private final PortalAddress portal;

    TrialLetters(Postman postman, Organisations organisations, PortalAddress portal) {
        this.postman = postman;
        this.organisations = organisations;
        this.portal = portal;
    }

    /** Login details, once to each person who came into the list (P-32). */
    void loginDetails(TrialView trial, List<TrialUser> users, String loginAddress) {
        for (var user : users) {
            var person = user.person();
            var facts = facts(trial);
            facts.put("loginAddress", loginAddress);
            facts.put("email", person.who().email().value());
            facts.put("lastDay", trial.dates().lastActiveDay());
            postman.send(new Letter(
                            "trial-login/%s/%s/%d"
                                    .formatted(trial.number(), person.who().email(), user.revision()),
                            person.who().email().value(),
                            person.who().name(),
                            "trial-login",
                            Locale.forLanguageTag(person.language()),
                            facts,
                            trial.number())
                    .inTheNameOf(trial.reseller()));
        }
    }

    /** @param days until the end, 1 or more */
    void endsSoon(TrialView trial, long days) {
        var day = trial.dates().inactiveFrom();
        tellReseller(trial, "trial-ends-soon", day + "/" + days, Map.of("days", days));
        trial.people().forEach(person -> tell(person, trial, "trial-ends-soon-people", day + "/" + days, days));
    }

    private void tell(TrialPerson person, TrialView trial, String letter, String occasion, long days) {
        var facts = facts(trial);
        facts.put("days", days);
        postman.send(new Letter(
                        "%s/%s/%s/%s"
                                .formatted(letter, trial.number(), person.who().email(), occasion),
                        person.who().email().value(),
                        person.who().name(),
                        letter,
                        Locale.forLanguageTag(person.language()),
                        facts,
                        trial.number())
                .inTheNameOf(trial.reseller()));
    }

    void extended(TrialView trial) {
        tellReseller(trial, "trial-extended", trial.dates().inactiveFrom().toString(), Map.of());
    }

    void inactive(TrialView trial) {
        tellReseller(trial, "trial-inactive", trial.dates().inactiveFrom().toString(), Map.of());
    }

    /** @param days until the purge, 1 or more */
    void purgeSoon(TrialView trial, long days) {
        tellReseller(trial, "trial-purge-soon", trial.dates().purgeOn() + "/" + days, Map.of("days", days));
    }

    void purged(TrialView trial) {
        tellReseller(trial, "trial-purged", "once", Map.of());
    }

    /** @param occasion which request it was */
    void dataReturned(TrialView trial, String occasion, List<String> properties) {
        tellReseller(trial, "trial-data-returned", occasion, Map.of("properties", properties));
    }

    private void tellReseller(TrialView trial, String letter, String occasion, Map<String, Object> more) {
        var facts = facts(trial);
        facts.putAll(more);
        postman.send(new Letter(
                "%s/%s/%s".formatted(letter, trial.number(), occasion),
                trial.startedBy().email().value(),
                trial.startedBy().name(),
                letter,
                Locale.forLanguageTag(organisations.get(trial.reseller()).language()),
                facts,
                trial.number()));
    }

    private Map<String, Object> facts(TrialView trial) {
        var facts = new HashMap<String, Object>();
        facts.put("number", trial.number());
        facts.put("customer", organisations.get(trial.customer()).name());
        facts.put("reseller", organisations.get(trial.reseller()).name());
        facts.put("lastDay", trial.dates().lastActiveDay());
        facts.put("purgeOn", trial.dates().purgeOn());
        facts.put("ordered", trial.orderNumber() != null);
        facts.put("trialPage", portal.of("/trials/" + trial.number()));
        return facts;
    }
}
