package io.partnerflow.dunning;

import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.parties.Organisations;
import io.partnerflow.payments.Receivable;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shared.VendorLanguage;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the billing desk sees of an invoice whose payer is blocked. */
@Component
class DecideOverdueInvoiceBriefing implements TaskBriefing {

    private final DunningRows rows;
    private final Receivables receivables;
    private final Organisations organisations;
    private final MessageSource messages;
    private final VendorCalendar calendar;
    private final Locale staff;
    private final Formats formats;

    DecideOverdueInvoiceBriefing(
            DunningRows rows,
            Receivables receivables,
            Organisations organisations,
            MessageSource messages,
            VendorCalendar calendar,
            Vendor vendor,
            VendorLanguage staff) {
        this.rows = rows;
        this.receivables = receivables;
        this.organisations = organisations;
        this.messages = messages;
        this.calendar = calendar;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return "dunning.decide-overdue-invoice";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var dunning = rows.get(businessKey);
        var receivable = receivables.of(dunning.invoice()).orElseThrow();
        var payer = organisations.get(dunning.payer());
        var facts = new LinkedHashMap<String, String>();
        facts.put("dunningNumber", dunning.number());
        facts.put("invoice", dunning.invoice());
        facts.put("payer", "%s%n%s%n%s".formatted(payer.name(), payer.registrationNumber(), payer.email()));
        facts.put("open", formats.money(receivable.open()));
        facts.put("gross", formats.money(receivable.gross()));
        facts.put("dueDate", formats.date(receivable.dueDate()));
        facts.put("overdue", text("dunning.days", ChronoUnit.DAYS.between(receivable.dueDate(), calendar.today())));
        facts.put(
                "steps",
                text(
                        "dunning.steps",
                        formats.date(dunning.foundOn()),
                        formats.date(dunning.secondReminderOn()),
                        formats.date(dunning.blockOn())));
        facts.put("others", others(receivable));
        return facts;
    }

    private String others(Receivable receivable) {
        return receivables.openOf(receivable.billTo()).stream()
                .filter(one -> !one.invoice().equals(receivable.invoice()))
                .limit(20)
                .map(one -> text(
                        "payments.receivable",
                        one.invoice(),
                        formats.money(one.open()),
                        formats.money(one.gross()),
                        formats.date(one.dueDate())))
                .collect(joining("\n"));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
