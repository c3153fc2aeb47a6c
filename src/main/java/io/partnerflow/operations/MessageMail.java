package io.partnerflow.operations;

import io.partnerflow.conversations.MessageArrived;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
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

    MessageMail(Postman postman, DeskNames desks, StaffSettings settings) {
        this.postman = postman;
        this.desks = desks;
        this.settings = settings;
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
                            Locale.ENGLISH,
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
