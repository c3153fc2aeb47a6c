package io.partnerflow.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.subscriptions.ComingInvoices;
import io.partnerflow.subscriptions.ContractTerms;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.partnerflow.subscriptions.SubscriptionLine;
import io.partnerflow.subscriptions.SubscriptionState;
import io.partnerflow.subscriptions.SubscriptionView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Subscription", description = "A running contract, with the prices of its running term.")
record SubscriptionAnswer(
        @Schema(example = "SU-2026-000001") String number,

        @Schema(
                description =
                        "SCHEDULED until its first day, NOTICE_GIVEN once notice was given, REDUCTION_SCHEDULED if "
                                + "seats leave at a coming renewal, ENDED, CLOSED once everything has come back, "
                                + "otherwise ACTIVE.")
        SubscriptionState status,

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

        @Schema(description = "Absent of a contract that ends by itself.") @Nullable
        LocalDate renewalDate,

        @Schema(description = "A notice received on this day is in time; absent of a contract that ends by itself.")
        @Nullable
        LocalDate lastDayForNotice,

        @Schema(
                description =
                        "A request for fewer seats received on this day is in time; absent of a contract that ends by itself.")
        @Nullable
        LocalDate lastDayForReduction,

        @Schema(
                description =
                        "First day without the contract; absent as long as nobody has given notice to one that does not "
                                + "end by itself.")
        @Nullable
        LocalDate endsOn,

        @Schema(
                description =
                        "Of a contract that ends by itself: when its reseller is asked for a follow-up offer; absent of any other.")
        @Nullable
        LocalDate followUpOn,

        @Schema(description = "How many of each product there are now.")
        Map<String, Integer> seats,

        @Schema(description = "What this contract says instead of the programme's rules, or the rules themselves.")
        Agreed agreedTerms,

        @Schema(
                description =
                        "The invoices of the running term and of the next; only where one subscription is asked for.")
        @Nullable
        List<Coming> schedule,

        @Schema(description = "What is asked for or scheduled; only where one subscription is asked for.") @Nullable
        List<ChangeAnswer> scheduledChanges) {

    static SubscriptionAnswer of(SubscriptionView subscription, SubscriptionState state) {
        return of(subscription, state, null, null);
    }

    static SubscriptionAnswer of(
            SubscriptionView subscription,
            SubscriptionState state,
            @Nullable List<ComingInvoices.Coming> coming,
            @Nullable List<SubscriptionChange> changes) {
        return new SubscriptionAnswer(
                subscription.number(),
                state,
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
                open(subscription) ? subscription.deadlines().renewalDate() : null,
                open(subscription) ? subscription.deadlines().lastDayForNotice() : null,
                open(subscription) ? subscription.deadlines().lastDayForReduction() : null,
                subscription.endsOn(),
                subscription.followUpOn(),
                subscription.lines().stream()
                        .collect(groupingBy(
                                SubscriptionLine::product, LinkedHashMap::new, summingInt(SubscriptionLine::quantity))),
                Agreed.of(subscription.agreed()),
                coming == null ? null : coming.stream().map(Coming::of).toList(),
                changes == null ? null : changes.stream().map(ChangeAnswer::of).toList());
    }

    private static boolean open(SubscriptionView subscription) {
        return !subscription.endsByItself();
    }

    @Schema(name = "AgreedTerms")
    record Agreed(
            @Schema(description = "Days of notice before the renewal date.")
            int noticeDays,

            @Schema(description = "Months before the renewal date in which no seats can leave.")
            int reductionWindowMonths,

            int paymentDays,

            @Schema(description = "Months of the next term; absent for as many as the running one.") @Nullable
            Integer renewalMonths,

            @Schema(description = "From the next renewal on; absent for the programme's.") @Nullable
            Percentage termDiscount,

            @Schema(description = "From the next renewal on; absent for the reseller's.") @Nullable
            Percentage partnerDiscount) {

        static Agreed of(ContractTerms terms) {
            return new Agreed(
                    terms.noticeDays(),
                    terms.reductionWindowMonths(),
                    terms.paymentDays(),
                    terms.renewalMonths(),
                    terms.termDiscount(),
                    terms.partnerDiscount());
        }
    }

    @Schema(name = "ComingInvoice")
    record Coming(
            LocalDate issueDate,
            LocalDate from,

            @Schema(description = "First day after the period.")
            LocalDate to,

            @Schema(description = "Without VAT.") Money net,

            @Schema(description = "Whether prices may still change, because the term has not begun.")
            boolean estimated) {

        static Coming of(ComingInvoices.Coming coming) {
            return new Coming(
                    coming.issueDate(), coming.period().from(), coming.period().to(), coming.net(), coming.estimated());
        }
    }

    @Schema(name = "SubscriptionLine")
    record Line(
            @Schema(example = "planning-licence") String product,
            int quantity,

            @Schema(description = "List price of one piece and year, frozen when the term began.")
            Money listPrice,

            Percentage termDiscount,
            Percentage partnerDiscount,
            Money annualNet,

            @Schema(description = "The change the seats were added by during the term; absent for the others.")
            @Nullable
            String addedBy) {

        static Line of(SubscriptionLine line, int termMonths) {
            return new Line(
                    line.product(),
                    line.quantity(),
                    line.listPerYear(),
                    line.termDiscount(),
                    line.partnerDiscount(),
                    line.priced(termMonths).annualNet(),
                    line.change());
        }
    }
}
