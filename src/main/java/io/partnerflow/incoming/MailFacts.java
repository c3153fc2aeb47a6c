package io.partnerflow.incoming;

import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every task about a mail shows of it. */
@Component
class MailFacts {

    private final IncomingRows rows;
    private final MailWords words;
    private final Locale staff;

    MailFacts(IncomingRows rows, MailWords words, VendorLanguage staff) {
        this.rows = rows;
        this.words = words;
        this.staff = staff.locale();
    }

    Map<String, String> of(IncomingMail mail) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("mailNumber", mail.number());
        facts.put("receivedOn", words.time(mail.receivedAt(), staff));
        facts.put("sender", mail.from());
        facts.put("subject", mail.subject());
        facts.put("mailText", MailWords.cut(mail.text()));
        facts.put("attachments", words.attachments(rows.attachments(mail.number()), staff));
        facts.put("mailUrl", "/staff/incoming/" + mail.number());
        facts.put("finding", words.findings(mail, staff));
        return facts;
    }
}
