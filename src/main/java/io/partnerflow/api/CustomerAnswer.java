package io.partnerflow.api;

import io.partnerflow.customers.Customer;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.trials.TrialView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Customer", description = "A customer of the reseller.")
record CustomerAnswer(
        UUID id,
        String name,
        String registrationNumber,
        @Nullable String vatId,

        @Schema(description = "ISO 3166-1 alpha-2", example = "SE")
        String country,

        NewOrganisation.Place address,
        String email,

        @Schema(description = "BCP 47", example = "sv") String language,

        @Schema(description = "When the reseller prepared it.")
        Instant createdAt,

        @Schema(description = "prepared, trials, customers or ended.", example = "trials")
        String tab,

        @Schema(description = "Numbers of its trials, latest first.", example = "[\"TR-2026-000001\"]")
        List<String> trials,

        @Schema(description = "The order that is under way; absent if there is none.", example = "OR-2026-000001")
        @Nullable
        String openOrder,

        @Schema(description = "Numbers of its contracts, running ones first.", example = "[\"SU-2026-000001\"]")
        List<String> contracts,

        @Schema(description = "What it brings; absent while it has no running contract.") @Nullable
        Revenue revenue,

        @Schema(description = "Its seats and devices.") CoverageAnswer coverage) {

    static CustomerAnswer of(
            Customer customer,
            Party party,
            List<TrialView> trials,
            List<SubscriptionView> subscriptions,
            CoverageAnswer coverage) {
        return new CustomerAnswer(
                party.id(),
                party.name(),
                party.registrationNumber(),
                party.vatId(),
                party.country(),
                NewOrganisation.Place.of(party.address()),
                party.email(),
                party.language(),
                customer.since(),
                customer.state().tab(),
                trials.stream().map(TrialView::number).toList(),
                customer.orderNumber(),
                subscriptions.stream().map(SubscriptionView::number).toList(),
                Revenue.of(customer.revenue()),
                coverage);
    }

    @Schema(name = "CustomerSummary", description = "A customer as the list shows it.")
    record Summary(
            UUID id,
            String name,
            String registrationNumber,
            String country,
            String city,
            Instant createdAt,

            @Schema(description = "prepared, trials, customers or ended.", example = "trials")
            String tab,

            @Schema(description = "Its trial, the open one before earlier ones; absent if it never had one.") @Nullable
            Trial trial,

            @Schema(description = "The order that is under way; absent if there is none.") @Nullable
            String openOrder,

            @Nullable Revenue revenue,

            @Schema(description = "Whether it has fewer seats than devices.")
            boolean seatsMissing,

            @Schema(description = "FULL, or LIMITED where seats are missing for too long.", example = "FULL")
            String plan) {

        static Summary of(Customer customer) {
            return new Summary(
                    customer.id(),
                    customer.name(),
                    customer.registrationNumber(),
                    customer.country(),
                    customer.city(),
                    customer.since(),
                    customer.state().tab(),
                    Trial.of(customer.trial()),
                    customer.orderNumber(),
                    Revenue.of(customer.revenue()),
                    customer.seatsMissing(),
                    customer.limited() ? "LIMITED" : "FULL");
        }
    }

    @Schema(name = "CustomerTrial")
    record Trial(
            @Schema(example = "TR-2026-000001") String number,

            @Schema(description = "STARTING, IN_USE, INACTIVE, CONVERTED or PURGED.")
            String status,

            @Schema(description = "First day it cannot be used any more.")
            LocalDate inactiveFrom,

            @Schema(description = "The day everything in it is deleted.")
            LocalDate purgeOn) {

        static @Nullable Trial of(Customer.@Nullable Trial trial) {
            return trial == null
                    ? null
                    : new Trial(trial.number(), trial.status().name(), trial.inactiveFrom(), trial.purgeOn());
        }
    }

    @Schema(name = "CustomerRevenue", description = "What running contracts bring per year.")
    record Revenue(
            @Schema(description = "Running contracts.") long subscriptions,

            @Schema(description = "Sold licence value per year at list price.")
            Money soldPerYear,

            @Schema(description = "What the reseller's discount is worth per year.")
            Money discountPerYear,

            @Schema(description = "Absent if no invoice will come.") @Nullable
            LocalDate nextInvoiceOn) {

        static @Nullable Revenue of(Customer.@Nullable Revenue revenue) {
            return revenue == null
                    ? null
                    : new Revenue(
                            revenue.subscriptions(),
                            revenue.soldPerYear(),
                            revenue.discountPerYear(),
                            revenue.nextInvoiceOn());
        }
    }
}
