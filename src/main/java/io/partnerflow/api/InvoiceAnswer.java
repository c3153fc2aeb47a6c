package io.partnerflow.api;

import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.payments.InvoiceStanding;
import io.partnerflow.payments.Receivable;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatDecision.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@Schema(name = "Invoice", description = "An issued invoice or credit note; it never changes.")
record InvoiceAnswer(
        @Schema(example = "IN-2026-000001") String number,

        @Schema(description = "INVOICE or CREDIT_NOTE; the amounts of a credit note are positive.")
        String kind,

        @Schema(description = "The invoice a credit note takes back; absent on invoices.", example = "IN-2026-000001")
        @Nullable
        String credits,

        @Schema(description = "Why it was credited; absent on invoices.") @Nullable
        String creditReason,

        @Schema(description = "The credit notes that take this invoice back.")
        List<Credit> creditedBy,

        @Schema(description = "The credited invoice this one stands for; absent if it stands for itself.") @Nullable
        String replaces,

        @Schema(description = Standing.STATUS) String status,

        @Schema(description = Standing.OPEN) @Nullable Money open,

        @Schema(description = Standing.COLLECTED_ON) @Nullable
        LocalDate collectedOn,

        LocalDate issueDate,
        LocalDate dueDate,

        @Schema(description = "Subscription it is for; absent for single charges.") @Nullable
        String subscription,

        @Nullable String order,

        @Schema(description = "The buyer's own reference.") @Nullable
        String poReference,

        @Schema(description = "Project or department it is for.") @Nullable
        String costGroup,

        @Schema(description = "To be stated with the payment.")
        String paymentReference,

        List<Line> lines,
        List<Tax> taxes,

        @Schema(description = "Sum of the lines, without VAT.")
        Money net,

        Money vat,

        @Schema(description = "To pay: net and VAT.") Money gross) {

    static InvoiceAnswer of(
            Invoice invoice, List<Invoices.Row> creditedBy, Standing standing, Function<Reason, String> words) {
        return new InvoiceAnswer(
                invoice.number(),
                invoice.kind().name(),
                invoice.credits(),
                invoice.creditReason(),
                creditedBy.stream().map(Credit::of).toList(),
                invoice.replaces(),
                standing.status(),
                standing.open(),
                standing.collectedOn(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.subscription(),
                invoice.orderNumber(),
                invoice.poReference(),
                invoice.costGroup(),
                invoice.paymentReference(),
                invoice.lines().stream().map(Line::of).toList(),
                invoice.taxes().stream()
                        .map(tax -> new Tax(
                                tax.category().name(),
                                tax.rate(),
                                tax.net(),
                                tax.vat(),
                                words.apply(invoice.reasonOf(tax))))
                        .toList(),
                invoice.net(),
                invoice.vat(),
                invoice.gross());
    }

    /** How far a document is settled. */
    record Standing(
            String status, @Nullable Money open, @Nullable LocalDate collectedOn) {

        static final String STATUS =
                "OPEN, PARTLY_PAID (and not late or being collected), OVERDUE, PAID, or CREDITED: taken back before "
                        + "anything was paid. ISSUED: a credit note.";
        static final String OPEN = "What is left to pay; negative if more came in. Absent on credit notes.";
        static final String COLLECTED_ON =
                "Day on which what is open is collected by direct debit; absent if it is to be transferred.";

        static Standing of(@Nullable Receivable receivable, LocalDate today) {
            return receivable == null
                    ? new Standing("ISSUED", null, null)
                    : new Standing(
                            receivable.status(today).name(),
                            receivable.open(),
                            receivable.isCollected() ? receivable.collectionDay() : null);
        }
    }

    @Schema(name = "InvoiceCredit", description = "A credit note; its gross is positive.")
    record Credit(@Schema(example = "CN-2026-000001") String number, LocalDate issueDate, Money gross) {

        static Credit of(Invoices.Row row) {
            return new Credit(row.number(), row.issueDate(), row.gross());
        }
    }

    @Schema(name = "InvoiceSummary")
    record Summary(
            String number,

            @Schema(description = "INVOICE or CREDIT_NOTE.") String kind,

            @Schema(description = "The invoice a credit note takes back.") @Nullable
            String credits,

            @Schema(description = Standing.STATUS) String status,

            @Schema(description = Standing.OPEN) @Nullable Money open,

            @Schema(description = Standing.COLLECTED_ON) @Nullable
            LocalDate collectedOn,

            LocalDate issueDate,
            LocalDate dueDate,
            String customerName,
            @Nullable String subscription,
            @Nullable String poReference,
            @Nullable String costGroup,
            Money net,
            Money gross) {

        static Summary of(InvoiceStanding one, LocalDate today) {
            var row = one.invoice();
            var standing = Standing.of(one.receivable(), today);
            return new Summary(
                    row.number(),
                    row.kind().name(),
                    row.credits(),
                    standing.status(),
                    standing.open(),
                    standing.collectedOn(),
                    row.issueDate(),
                    row.dueDate(),
                    row.customerName(),
                    row.subscription(),
                    row.poReference(),
                    row.costGroup(),
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
            Money vat,

            @Schema(description = "Why, in the caller's language.", example = "VAT at the domestic rate")
            String reason) {}
}
