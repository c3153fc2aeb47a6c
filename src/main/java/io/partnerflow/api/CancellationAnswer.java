package io.partnerflow.api;

import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Cancellations;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

@Schema(name = "CancellationPreview", description = "What a notice received today means.")
record CancellationAnswer(
        @Schema(description = "Whether it ends the contract with the running term.")
        boolean inTime,

        @Schema(description = "For the coming renewal.") LocalDate lastDayForNotice,

        @Schema(description = "The coming one.") LocalDate renewalDate,

        @Schema(description = "First day without the contract: the next possible one.")
        LocalDate endsOn,

        LocalDate lastDay,

        @Schema(description = "Sum of the invoices that still come, without VAT.")
        Money stillToPay,

        @Schema(description = "Whether part of it is for a term whose prices are not fixed yet.")
        boolean estimated,

        @Schema(description = "Always zero.") Money refund,

        List<SubscriptionAnswer.Coming> invoices,

        @Schema(description = "All of it in words.") String summary) {

    static CancellationAnswer of(Cancellations.Preview preview, MessageSource messages, Locale language) {
        var key = preview.inTime() ? "cancellation.in-time" : "cancellation.late";
        return new CancellationAnswer(
                preview.inTime(),
                preview.lastDayForNotice(),
                preview.renewalDate(),
                preview.endsOn(),
                preview.lastServiceDay(),
                preview.stillToPay(),
                preview.estimated(),
                preview.refund(),
                preview.toPay().stream().map(SubscriptionAnswer.Coming::of).toList(),
                messages.getMessage(
                        key,
                        new Object[] {
                            preview.lastServiceDay().toString(),
                            preview.stillToPay().toString(),
                            preview.renewalDate().toString(),
                            preview.lastDayForNotice().toString()
                        },
                        language));
    }
}
