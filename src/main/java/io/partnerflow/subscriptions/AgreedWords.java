package io.partnerflow.subscriptions;

import static java.util.stream.Collectors.joining;

import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.AgreedTerms.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was agreed on: kept as it counts ({@code noticeDays=30; termDiscount=5}), said in the reader's language. */
@Component
class AgreedWords {

    private static final String BETWEEN = "; ";
    private static final Pattern TERM = Pattern.compile("([a-z][A-Za-z]*)=([0-9.]+)");

    private final MessageSource messages;
    private final VendorCalendar calendar;

    AgreedWords(MessageSource messages, VendorCalendar calendar) {
        this.messages = messages;
        this.calendar = calendar;
    }

    /** As it is kept; empty if nothing is agreed on. */
    static String kept(Wanted wanted) {
        var kept = new ArrayList<String>();
        keep(kept, "noticeDays", wanted.noticeDays());
        keep(kept, "reductionWindowMonths", wanted.reductionWindowMonths());
        keep(kept, "paymentDays", wanted.paymentDays());
        keep(kept, "renewalMonths", wanted.renewalMonths());
        keep(kept, "rhythmMonths", wanted.rhythmMonths());
        keep(kept, "termDiscount", wanted.termDiscount());
        keep(kept, "partnerDiscount", wanted.partnerDiscount());
        return String.join(BETWEEN, kept);
    }

    private static void keep(List<String> kept, String term, @Nullable Object value) {
        if (value != null) {
            kept.add(term + "=" + value);
        }
    }

    /** {@code 30 days of notice; 5 % term discount}; what was kept in words before stays as it is. */
    String of(String kept, Locale language) {
        return Arrays.stream(kept.split(BETWEEN))
                .map(term -> say(term, language))
                .collect(joining(BETWEEN));
    }

    private String say(String kept, Locale language) {
        var term = TERM.matcher(kept);
        if (!term.matches()) {
            return kept;
        }
        var value = term.group(1).endsWith("Discount")
                ? new Formats(language, calendar.zone()).percent(Percentage.of(term.group(2)))
                : (Object) Integer.valueOf(term.group(2));
        return messages.getMessage("agreed-term." + term.group(1), new Object[] {value}, language);
    }
}
