package io.partnerflow.api;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.subscriptions.SubscriptionLine;
import io.partnerflow.subscriptions.SubscriptionView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Subscription", description = "A running contract, with the prices of its running term.")
record SubscriptionAnswer(
        @Schema(example = "SU-2026-000001") String number,

        @Schema(description = "ACTIVE or ENDED.") String status,

        String programme,
        String order,
        UUID customerId,

        @Schema(description = "First day of the contract; every later boundary is counted from it.")
        LocalDate startDate,

        @Schema(description = "First day of the running term.")
        LocalDate termFrom,

        int termMonths,

        @Schema(description = "Months of one invoiced period.")
        int rhythmMonths,

        List<Line> lines,

        @Schema(description = "A year of the running term at list price.")
        Money annualList,

        @Schema(description = "What is invoiced for a year of the running term, without VAT.")
        Money annualNet,

        @Schema(description = "Absent if none will come.") @Nullable
        LocalDate nextInvoiceOn,

        @Nullable String poReference,
        LocalDate renewalDate,

        @Schema(description = "A notice received on this day is in time.")
        LocalDate lastDayForNotice) {

    static SubscriptionAnswer of(SubscriptionView subscription) {
        return new SubscriptionAnswer(
                subscription.number(),
                subscription.active() ? "ACTIVE" : "ENDED",
                subscription.programme(),
                subscription.orderNumber(),
                subscription.customer(),
                subscription.startDate(),
                subscription.term().from(),
                subscription.termMonths(),
                subscription.rhythmMonths(),
                subscription.lines().stream()
                        .map(line -> Line.of(line, subscription.termMonths()))
                        .toList(),
                subscription.annualList(),
                subscription.annualNet(),
                subscription.nextInvoiceOn(),
                subscription.poReference(),
                subscription.deadlines().renewalDate(),
                subscription.deadlines().lastDayForNotice());
    }

    @Schema(name = "SubscriptionLine")
    record Line(
            @Schema(example = "planning-licence") String product,
            int quantity,

            @Schema(description = "List price of one piece and year, frozen when the term began.")
            Money listPrice,

            Percentage termDiscount,
            Percentage partnerDiscount,
            Money annualNet) {

        static Line of(SubscriptionLine line, int termMonths) {
            return new Line(
                    line.product(),
                    line.quantity(),
                    line.listPerYear(),
                    line.termDiscount(),
                    line.partnerDiscount(),
                    line.priced(termMonths).annualNet());
        }
    }
}
