package io.partnerflow.reconciliation;

import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the billing desk and managers read about a difference. */
@Component
class DifferenceWords {

    private final MessageSource messages;
    private final Locale staff;
    private final Formats formats;

    DifferenceWords(MessageSource messages, Vendor vendor, VendorLanguage staff) {
        this.messages = messages;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
        this.staff = staff.locale();
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
        return messages.getMessage(key, new Object[] {difference.subject(), period, difference.detail()}, staff);
    }
}
