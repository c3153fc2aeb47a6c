package io.partnerflow.api;

import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.PeriodToInvoice;
import io.partnerflow.subscriptions.SeatAdditions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

@Schema(name = "SeatAdditionEstimate", description = "What adding seats today costs; without VAT.")
record AdditionEstimateAnswer(
        @Schema(description = "First day with them.") LocalDate from,

        @Schema(description = "What is invoiced at once; to the cent what the invoice will say.")
        Money now,

        @Schema(description = "What they cost a year from then on, on the invoices the contract has anyway.")
        Money annualNet,

        @Schema(description = "Nothing can leave before this day, and nothing is paid back.")
        LocalDate renewalDate,

        LocalDate lastDayForReduction,

        @Schema(description = "Version of the terms to accept.")
        String termsVersion,

        List<Line> lines) {

    static AdditionEstimateAnswer of(SeatAdditions.Preview preview) {
        var deadlines = preview.contract().deadlines();
        return new AdditionEstimateAnswer(
                preview.from(),
                preview.now(),
                preview.annualNet(),
                deadlines.renewalDate(),
                deadlines.lastDayForReduction(),
                preview.termsVersion(),
                preview.lines().stream().map(Line::of).toList());
    }

    @Schema(name = "SeatAdditionEstimateLine")
    record Line(
            String product,
            int quantity,
            LocalDate from,

            @Schema(description = "First day after the running billing period.")
            LocalDate to,

            @Schema(description = "Days that are paid for.") long chargedDays,

            @Schema(description = "Days of the whole period.")
            long periodDays,

            Money net) {

        static Line of(PeriodToInvoice.Line line) {
            return new Line(
                    line.product(),
                    line.quantity(),
                    line.period().from(),
                    line.period().to(),
                    line.proration() == null ? 0 : line.proration().chargedDays(),
                    line.proration() == null ? 0 : line.proration().periodDays(),
                    line.net());
        }
    }
}
