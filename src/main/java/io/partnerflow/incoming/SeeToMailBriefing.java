package io.partnerflow.incoming;

import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a desk sees of a mail about one of its cases. */
@Component
class SeeToMailBriefing implements TaskBriefing {

    private final IncomingRows rows;
    private final MailFacts facts;
    private final Subjects subjects;
    private final MailWords words;
    private final Locale staff;

    SeeToMailBriefing(IncomingRows rows, MailFacts facts, Subjects subjects, MailWords words, VendorLanguage staff) {
        this.rows = rows;
        this.facts = facts;
        this.subjects = subjects;
        this.words = words;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return "incoming-mail.see-to-mail";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var mail = rows.get(businessKey);
        var shown = facts.of(mail);
        var number = Objects.requireNonNull(mail.caseNumber());
        var subject = subjects.find(number);
        shown.put("caseNumber", number);
        shown.put("customer", subject.map(Subjects.CaseSubject::customerName).orElse(""));
        shown.put("reseller", subject.map(Subjects.CaseSubject::resellerName).orElse(""));
        shown.put("request", words.request(mail.request(), staff));
        shown.put("threadUrl", mail.submission() == null ? "" : "/staff/messages/" + number);
        return shown;
    }
}
