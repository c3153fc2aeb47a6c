package io.partnerflow.debits;

import static java.util.stream.Collectors.joining;

import io.partnerflow.debits.DebitCollection.Presentation;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shared.VendorLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the billing desk sees before money is collected. */
@Component
class ReleaseDebitFileBriefing implements TaskBriefing {

    private static final int LISTED = 30;
    private static final int LOOKED_BACK = 3;

    private final CollectionRows rows;
    private final DebitRows debits;
    private final DebitSettings settings;
    private final MessageSource messages;
    private final VendorCalendar calendar;
    private final Locale staff;
    private final Formats formats;

    ReleaseDebitFileBriefing(
            CollectionRows rows,
            DebitRows debits,
            DebitSettings settings,
            MessageSource messages,
            VendorCalendar calendar,
            Vendor vendor,
            VendorLanguage staff) {
        this.rows = rows;
        this.debits = debits;
        this.settings = settings;
        this.messages = messages;
        this.calendar = calendar;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return "debit-collection.release-debit-file";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var collection = rows.find(businessKey).orElseThrow();
        var all = rows.presentations(businessKey);
        var facts = new LinkedHashMap<String, String>();
        facts.put("collectionNumber", collection.number());
        facts.put("collectionDay", formats.date(collection.collectionDay()));
        facts.put("debits", formats.number(collection.debits()));
        facts.put("controlSum", formats.money(collection.controlSum()));
        facts.put("first", part(all, true));
        facts.put("recurrent", part(all, false));
        facts.put("list", list(all));
        facts.put("warnings", warnings(collection, all));
        facts.put("leftOut", leftOut());
        facts.put("pageUrl", "/staff/debits/" + collection.number());
        return facts;
    }

    private String part(List<Presentation> all, boolean first) {
        var amounts = all.stream()
                .filter(one -> one.firstUse() == first)
                .map(Presentation::amount)
                .toList();
        return text(
                "debits.part",
                amounts.size(),
                formats.money(Money.sum(all.get(0).amount().currency(), amounts)));
    }

    /** The first ones, since a task has limits; all of them stand on the collection's page. */
    private String list(List<Presentation> all) {
        var listed = all.stream()
                .limit(LISTED)
                .map(one -> text("debits.line", one.name(), formats.money(one.amount()), one.text(), one.maskedIban()))
                .collect(joining("\n"));
        return all.size() <= LISTED ? listed : listed + "\n" + text("debits.more", all.size() - LISTED);
    }

    private String warnings(DebitCollection collection, List<Presentation> all) {
        var warnings = new ArrayList<String>();
        var days = calendar.today().datesUntil(collection.collectionDay()).count();
        if (days < settings.leadDays()) {
            warnings.add(text("debits.warning.soon", formats.date(collection.collectionDay())));
        }
        all.stream()
                .filter(one -> one.invoice() == null)
                .findAny()
                .ifPresent(one -> warnings.add(text(
                        "debits.warning.not-invoiced",
                        all.stream().filter(other -> other.invoice() == null).count())));
        return String.join("\n", warnings);
    }

    private String leftOut() {
        return debits.leftOut(calendar.today().minusDays(LOOKED_BACK), LISTED).stream()
                .map(debit -> text(
                        "debits.left-out",
                        debit.invoice() == null ? debit.source() : debit.invoice(),
                        formats.money(debit.amount()),
                        text("debits.reason." + debit.reason())))
                .collect(joining("\n"));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
