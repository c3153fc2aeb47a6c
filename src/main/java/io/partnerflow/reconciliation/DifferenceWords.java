package io.partnerflow.reconciliation;

import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Formats;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the billing desk and managers read about a difference. */
@Component
class DifferenceWords {

    private final MessageSource messages;
    private final Formats formats;

    DifferenceWords(MessageSource messages, Vendor vendor) {
        this.messages = messages;
        this.formats = new Formats(Locale.ENGLISH, vendor.timeZone());
    }

    String difference(Difference difference) {
        return text("reconciliation." + difference.kind(), difference);
    }

    String advice(Difference difference) {
        return text("reconciliation." + difference.kind() + ".advice", difference);
    }

    String lastCheck(Difference difference) {
        return formats.time(difference.checkedAt());
    }

    private String text(String key, Difference difference) {
        var period = difference.period() == null ? "" : formats.date(difference.period());
        return messages.getMessage(
                key, new Object[] {difference.subject(), period, difference.detail()}, Locale.ENGLISH);
    }
}
