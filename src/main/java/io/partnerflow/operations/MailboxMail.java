package io.partnerflow.operations;

import io.partnerflow.engine.DeskNames;
import io.partnerflow.incoming.MailboxAway;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.StaffSettings;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the managers by mail that no mail comes in, once until it works again. */
@Component
class MailboxMail {

    private static final String MANAGERS = "managers";

    private final Postman postman;
    private final DeskNames desks;
    private final StaffSettings settings;
    private final Locale staff;

    MailboxMail(Postman postman, DeskNames desks, StaffSettings settings, VendorLanguage staff) {
        this.postman = postman;
        this.desks = desks;
        this.settings = settings;
        this.staff = staff.locale();
    }

    @EventListener
    void on(MailboxAway away) {
        settings.emailOf(MANAGERS)
                .ifPresent(address -> postman.send(new Letter(
                        "mailbox-away/" + away.since().toEpochMilli(),
                        address,
                        desks.of(MANAGERS),
                        "mailbox-away",
                        staff,
                        Map.of(
                                "mailbox", away.mailbox(),
                                "since", away.since(),
                                "code", away.code(),
                                "words", away.words(),
                                "link", settings.url() + "/staff/incoming"),
                        away.mailbox())));
    }
}
