package io.partnerflow.incoming;

import io.partnerflow.incoming.Subjects.CaseSubject;
import io.partnerflow.incoming.Subjects.Correspondent;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells somebody we know that the mail has arrived, where that is switched on. A machine is never answered. */
@Component
class Acknowledgements {

    private final Postman postman;
    private final IncomingSettings settings;
    private final Locale staff;

    Acknowledgements(Postman postman, IncomingSettings settings, VendorLanguage staff) {
        this.postman = postman;
        this.settings = settings;
        this.staff = staff.locale();
    }

    void send(IncomingMail mail, CaseSubject subject, @Nullable Correspondent sender) {
        var machine =
                mail.findings().stream().anyMatch(finding -> finding.code().equals("automatic"));
        if (settings.acknowledge() && sender != null && !machine) {
            var language = sender.language() == null ? staff : Locale.forLanguageTag(sender.language());
            postman.send(new Letter(
                    "mail-received/" + mail.number(),
                    mail.sender(),
                    sender.name(),
                    "mail-received",
                    language,
                    Map.of("number", subject.number(), "mail", mail.number(), "about", mail.subject()),
                    subject.number()));
        }
    }
}
