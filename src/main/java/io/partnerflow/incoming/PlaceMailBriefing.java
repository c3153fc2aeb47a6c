package io.partnerflow.incoming;

import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.incoming.Subjects.CaseSubject;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the order desk sees of a mail nobody could place. */
@Component
class PlaceMailBriefing implements TaskBriefing {

    private final IncomingRows rows;
    private final MailFacts facts;
    private final Suggestions suggestions;
    private final MailWords words;
    private final Locale staff;

    PlaceMailBriefing(
            IncomingRows rows, MailFacts facts, Suggestions suggestions, MailWords words, VendorLanguage staff) {
        this.rows = rows;
        this.facts = facts;
        this.suggestions = suggestions;
        this.words = words;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return "incoming-mail.place-mail";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var mail = rows.get(businessKey);
        var shown = facts.of(mail);
        shown.put(
                "suggestions",
                suggestions.of(mail, "").stream().map(PlaceMailBriefing::line).collect(Collectors.joining("\n")));
        shown.put("problem", mail.problem() == null ? "" : words.text("incoming.place.unknown", staff, mail.problem()));
        return shown;
    }

    private static String line(CaseSubject subject) {
        return "%s  %s · %s".formatted(subject.number(), subject.customerName(), subject.resellerName());
    }
}
