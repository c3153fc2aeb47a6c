package io.partnerflow.api;

import io.partnerflow.orders.OrderEstimate;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.pricing.Estimate;
import io.partnerflow.pricing.Instalment;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatGroup;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Schema(name = "Estimate", description = "What an order costs and when. Amounts are net of tax unless said otherwise.")
record EstimateAnswer(
        @Schema(description = "The day whose price list and discounts count.")
        LocalDate orderDate,

        List<Line> lines,

        @Schema(description = "What the reseller is invoiced for a year.")
        Money annualNet,

        @Schema(description = "What it is invoiced for the whole term.")
        Money contractValue,

        @Schema(
                description =
                        "Every coming invoice of the term; periods that have begun before the order are on the first.")
        List<ComingInvoice> invoices,

        Tax tax,
        Compensation compensation,

        @Schema(description = "Whether it goes on from term to term until somebody gives notice.")
        boolean openEnded,

        @Schema(description = "First day after the term.") LocalDate renewalDate,

        @Schema(description = "Whether it ends with its term, without a renewal and without notice.")
        boolean endsByItself,

        @Schema(description = "A notice received on this day is in time; absent where it ends by itself.") @Nullable
        LocalDate lastDayForNotice,

        @Schema(
                description =
                        "From the day after it until the renewal, seats cannot be reduced; absent where it ends by itself.")
        @Nullable
        LocalDate lastDayForReduction,

        @Schema(description = "What is unusual about the order, in the caller's language.")
        List<String> warnings) {

    static EstimateAnswer of(OrderEstimate order, OrderWords words, List<String> warnings, Locale language) {
        var estimate = order.estimate();
        return new EstimateAnswer(
                order.orderDate(),
                IntStream.range(0, order.products().size())
                        .mapToObj(index -> Line.of(
                                order.products().get(index), estimate.lines().get(index), words, language))
                        .toList(),
                estimate.annualNet(),
                estimate.contractValue(),
                estimate.invoices().stream().map(ComingInvoice::of).toList(),
                Tax.of(order.tax(), words.vatReason(order.vatReason(), language)),
                Compensation.of(order),
                order.openEnded(),
                estimate.deadlines().renewalDate(),
                order.endsByItself(),
                order.endsByItself() ? null : estimate.deadlines().lastDayForNotice(),
                order.endsByItself() ? null : lastReduction(estimate),
                warnings);
    }

    private static LocalDate lastReduction(Estimate estimate) {
        return estimate.deadlines().lastDayForReduction();
    }

    @Schema(name = "EstimateLine")
    record Line(
            @Schema(example = "planning-licence") String product,
            String name,
            int quantity,
            @Schema(description = "One piece for one year.") Money listPrice,

            @Schema(description = "In the order in which they are taken off; each of what the one before leaves.")
            List<Discount> discounts,

            @Schema(
                    description = "One piece for one year after discounts, 6 decimals, for reading.",
                    example = "4160.000000")
            String unitNet,

            @Schema(description = "All pieces for one year.")
            Money net,

            @Schema(
                    description = "How the net came about.",
                    example = "10 × 5,200.00 SEK − 20 % partner = 41,600.00 SEK")
            String formula) {

        static Line of(String product, PricedLine line, OrderWords words, Locale language) {
            return new Line(
                    product,
                    words.product(product, language),
                    line.request().quantity(),
                    line.request().listPerYear(),
                    line.discounts().stream()
                            .map(one -> new Discount(one.kind().name(), one.percent()))
                            .toList(),
                    line.unitNet().toPlainString(),
                    line.annualNet(),
                    words.formula(line.formula(), language));
        }
    }

    @Schema(name = "Discount")
    record Discount(
            @Schema(description = "TERM or PARTNER.") String kind, Percentage percent) {}

    @Schema(name = "ComingInvoice")
    record ComingInvoice(
            LocalDate issueDate,
            LocalDate from,

            @Schema(description = "First day that no longer belongs to it.")
            LocalDate to,

            Money net,

            @Schema(description = "What is on it, one after the other.")
            List<InvoicedPeriod> periods) {

        static ComingInvoice of(Estimate.Invoice invoice) {
            return new ComingInvoice(
                    invoice.issueDate(),
                    invoice.period().from(),
                    invoice.period().to(),
                    invoice.net(),
                    invoice.periods().stream().map(InvoicedPeriod::of).toList());
        }
    }

    @Schema(name = "InvoicedPeriod")
    record InvoicedPeriod(
            LocalDate from,

            @Schema(description = "First day that no longer belongs to it.")
            LocalDate to,

            Money net,

            @Schema(description = "Of each line of the order, in its order.")
            List<Money> lineNets) {

        static InvoicedPeriod of(Instalment instalment) {
            return new InvoicedPeriod(
                    instalment.period().from(), instalment.period().to(), instalment.net(), instalment.lineNets());
        }
    }

    @Schema(name = "EstimateTax", description = "On the contract value, at today's rate.")
    record Tax(
            @Schema(description = "Code of EN 16931.", example = "S")
            String category,

            Percentage rate,
            Money amount,

            @Schema(description = "Why, in the caller's language.", example = "VAT at the domestic rate")
            String reason) {

        static Tax of(VatGroup group, String reason) {
            return new Tax(group.category().name(), group.rate(), group.vat(), reason);
        }
    }

    @Schema(name = "EstimateCompensation", description = "What the reseller earns by the order, a year.")
    record Compensation(
            @Schema(description = "Value at list prices.") Money soldValue,

            @Schema(description = "What the partner discount is worth.")
            Money partnerDiscount) {

        static Compensation of(OrderEstimate order) {
            return new Compensation(order.annualList(), order.annualPartnerDiscount());
        }
    }
}
