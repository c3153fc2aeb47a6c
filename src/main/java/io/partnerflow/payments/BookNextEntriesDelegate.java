package io.partnerflow.payments;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Books the next portion of a statement and says whether more is to be booked. */
@Component
class BookNextEntriesDelegate extends ProcessDelegate {

    private final StatementBooking booking;

    BookNextEntriesDelegate(StatementBooking booking) {
        this.booking = booking;
    }

    @Override
    protected void perform(Step step) {
        step.set(StatementImportProcess.MORE_ENTRIES, booking.bookNext(step.businessKey()));
    }
}
