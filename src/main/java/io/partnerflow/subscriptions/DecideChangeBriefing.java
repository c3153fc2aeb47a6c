package io.partnerflow.subscriptions;

import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shared.VendorLanguage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the contracts desk sees of a request: who, what, from when on, and what it does to the contract. */
@Component
class DecideChangeBriefing implements TaskBriefing {

    private final ChangeRows changes;
    private final SubscriptionRows rows;
    private final Terms terms;
    private final SeatWords words;
    private final Organisations organisations;
    private final VendorCalendar calendar;
    private final MessageSource messages;
    private final Locale staff;

    DecideChangeBriefing(
            ChangeRows changes,
            SubscriptionRows rows,
            Terms terms,
            SeatWords words,
            Organisations organisations,
            VendorCalendar calendar,
            MessageSource messages,
            VendorLanguage staff) {
        this.changes = changes;
        this.rows = rows;
        this.terms = terms;
        this.words = words;
        this.organisations = organisations;
        this.calendar = calendar;
        this.messages = messages;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return ChangeSteps.DECIDE_CHANGE;
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var change = changes.get(businessKey);
        var contract = rows.find(change.subscription()).orElseThrow();
        var formats = new Formats(staff, calendar.zone());
        var kind = change.kind().name();
        var facts = new HashMap<String, String>();
        facts.put("changeNumber", change.number());
        facts.put("subscriptionNumber", contract.number());
        facts.put("receivedOn", formats.date(change.receivedOn()));
        facts.put("customer", card(contract.customer()));
        facts.put("reseller", card(contract.reseller()));
        facts.put("wish", text("change.wish." + kind, words.of(change.seats(), staff)));
        facts.put("effectiveOn", formats.date(change.effectiveOn()));
        facts.put("deadlines", deadline(change, contract, formats));
        facts.put("seatsNow", words.ofLines(contract.lines(), staff));
        facts.put(
                "consequences",
                text(
                        "change.consequence." + kind,
                        formats.date(change.effectiveOn().minusDays(1))));
        facts.put("reason", Objects.requireNonNullElse(change.details().reason(), ""));
        return facts;
    }

    private String deadline(SubscriptionChange change, SubscriptionView contract, Formats formats) {
        var deadlines = terms.deadlines(contract, change.effectiveOn());
        return formats.date(
                change.kind() == SubscriptionChange.Kind.CANCEL
                        ? deadlines.lastDayForNotice()
                        : deadlines.lastDayForReduction());
    }

    private String card(UUID organisation) {
        var party = organisations.get(organisation);
        return "%s\n%s".formatted(party.name(), party.registrationNumber());
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
