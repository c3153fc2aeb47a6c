package io.partnerflow.steering;

import io.partnerflow.incoming.IncomingMails;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The mails that came in and were placed at a case. */
@Component
@Order(5)
class CaseMails implements CasePart {

    private final IncomingMails mails;

    CaseMails(IncomingMails mails) {
        this.mails = mails;
    }

    @Override
    public String fragment() {
        return "staff/case-parts :: mails";
    }

    @Override
    public @Nullable Object of(String number, Locale language) {
        var found = mails.about(number);
        return found.isEmpty() ? null : found;
    }
}
