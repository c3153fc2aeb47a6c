package io.partnerflow.operations;

import io.partnerflow.conversations.MessageArrived;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.StaffSettings;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a desk by mail that a reseller waits for its answer, unless that is switched off. */
@Component
class MessageMail {

    private final Postman postman;
    private final DeskNames desks;
    private final StaffSettings settings;
    private final Locale staff;

    MessageMail(Postman postman, DeskNames desks, StaffSettings settings, VendorLanguage staff) {
        this.postman = postman;
        this.desks = desks;
        this.settings = settings;
        this.staff = staff.locale();
    }

    @EventListener
    void on(MessageArrived message) {
        if (settings.messageMails()) {
            var number = message.subject().number();
            settings.emailOf(message.desk())
                    .ifPresent(address -> postman.send(new Letter(
                            "message-arrived/" + message.message(),
                            address,
                            desks.of(message.desk()),
                            "message-arrived",
                            staff,
                            Map.of(
                                    "number",
                                    number,
                                    "reseller",
                                    message.resellerName(),
                                    "link",
                                    settings.url() + "/staff/messages/" + number),
                            number)));
        }
    }
}
