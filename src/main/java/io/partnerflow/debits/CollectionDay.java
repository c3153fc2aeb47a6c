package io.partnerflow.debits;

import io.partnerflow.pricing.DebitDates;
import io.partnerflow.programmes.ProgrammePolicy.DirectDebit;
import java.time.LocalDate;

/** On which day something is collected. */
final class CollectionDay {

    private CollectionDay() {}

    /**
     * The due date or the next day on which euro banks settle, but never before the announcement is old enough.
     *
     * <p><b>Source:</b> C-20, WA-11.
     */
    static LocalDate of(LocalDate dueDate, LocalDate announcedOn, DirectDebit rules) {
        var earliest = announcedOn.plusDays(rules.preNotificationDays());
        return DebitDates.of(dueDate.isBefore(earliest) ? earliest : dueDate, rules.preNotificationDays())
                .collectionDate();
    }
}
