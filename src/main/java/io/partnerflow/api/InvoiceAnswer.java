package io.partnerflow.api;

import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Invoice", description = "An issued invoice; it never changes.")
record InvoiceAnswer(
        @Schema(example = "IN-2026-000001") String number,

        @Schema(description = "ISSUED: it has been sent and is to be paid until the due date.")
        String status,

        LocalDate issueDate,
        LocalDate dueDate,

        @Schema(description = "Subscription it is for; absent for single charges.") @Nullable
        String subscription,

        @Nullable String order,

        @Schema(description = "The buyer's own reference.") @Nullable
        String poReference,

        @Schema(description = "To be stated with the payment.")
        String paymentReference,

        List<Line> lines,
        List<Tax> taxes,

        @Schema(description = "Sum of the lines, without VAT.")
        Money net,

        Money vat,

        @Schema(description = "To pay: net and VAT.") Money gross) {

    static InvoiceAnswer of(Invoice invoice) {
        return new InvoiceAnswer(
                invoice.number(),
                "ISSUED",
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.subscription(),
                invoice.orderNumber(),
                invoice.poReference(),
                invoice.paymentReference(),
                invoice.lines().stream().map(Line::of).toList(),
                invoice.taxes().stream()
                        .map(tax -> new Tax(tax.category().name(), tax.rate(), tax.net(), tax.vat()))
                        .toList(),
                invoice.net(),
                invoice.vat(),
                invoice.gross());
    }

    @Schema(name = "InvoiceSummary")
    record Summary(
            String number,
            LocalDate issueDate,
            LocalDate dueDate,
            String customerName,
            @Nullable String subscription,
            @Nullable String poReference,
            Money net,
            Money gross) {

        static Summary of(Invoices.Row row) {
            return new Summary(
                    row.number(),
                    row.issueDate(),
                    row.dueDate(),
                    row.customerName(),
                    row.subscription(),
                    row.poReference(),
                    row.net(),
                    row.gross());
        }
    }

    @Schema(name = "InvoiceLine")
    record Line(
            String description,

            @Schema(description = "How the amount came about, in words.")
            String formula,

            @Schema(description = "First day paid for; absent for single charges.") @Nullable
            LocalDate from,

            @Schema(description = "First day no longer paid for.") @Nullable
            LocalDate to,

            BigDecimal quantity,

            @Schema(description = "One piece after discounts, 6 decimals, for reading.", type = "string")
            String unitNet,

            Money net) {

        static Line of(Invoice.Line line) {
            var period = line.period();
            return new Line(
                    line.description(),
                    line.formula(),
                    period == null ? null : period.from(),
                    period == null ? null : period.to(),
                    line.quantity(),
                    line.unitNet().toPlainString(),
                    line.net());
        }
    }

    @Schema(name = "InvoiceTax")
    record Tax(
            @Schema(description = "Code of EN 16931, such as S for taxed at the seller's rate.")
            String category,

            Percentage rate,
            Money net,
            Money vat) {}
}
