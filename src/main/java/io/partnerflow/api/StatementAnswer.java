package io.partnerflow.api;

import io.partnerflow.commission.CompensationDocument;
import io.partnerflow.commission.Statement;
import io.partnerflow.commission.Statements;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Statement", description = "What one month or one contract has earned the reseller in one programme.")
record StatementAnswer(
        @Schema(example = "ST-2026-000001") String number,

        @Schema(description = "Absent if it is about a contract.", example = "2026-03") @Nullable
        String month,

        @Schema(description = "Absent if it is about a month.", example = "SU-2026-000001") @Nullable
        String contract,

        @Schema(description = "The offer whose amounts were frozen; absent if it is about a month.") @Nullable
        String offer,

        @Schema(example = "hosting") String programme,

        @Schema(
                description =
                        "SENT: open to objections. DISPUTED: objected to. DECIDED: the objection is answered. CARRIED: nothing is "
                                + "paid out, it starts a later month. ISSUED: billed in the reseller's name. WITHDRAWN: the document was "
                                + "taken back.")
        Statement.Status status,

        @Schema(
                description =
                        "What the month's documents come to without VAT, so that the rate follows from it; or the whole term of the contract.")
        Money monthNet,

        @Schema(
                description =
                        "Rate of the month; a credit note of an earlier month's invoice has that invoice's. Absent for a "
                                + "contract.")
        @Nullable
        Percentage rate,

        List<Line> lines,
        @Schema(description = "Sum of the lines.") Money monthTotal,

        @Schema(description = "What earlier months left; may be negative.")
        Money carryIn,

        Money payable,

        @Schema(description = "What a later month starts with.")
        Money carryOut,

        @Nullable LocalDate sentOn,

        @Schema(description = "Last day for an objection.") @Nullable
        LocalDate disputeUntil,

        @Schema(description = "Absent if nobody has objected.") @Nullable
        Dispute dispute,

        @Schema(description = "What was issued for it, in the order of issue.")
        List<Document> documents) {

    static StatementAnswer of(Statement statement, List<Statements.Billed> billed) {
        var dispute = statement.dispute();
        return new StatementAnswer(
                statement.number(),
                statement.month() == null ? null : statement.month().toString(),
                statement.contract(),
                statement.offer(),
                statement.programme(),
                statement.status(),
                statement.monthNet(),
                statement.rate(),
                statement.lines().stream().map(Line::of).toList(),
                statement.monthTotal(),
                statement.carryIn(),
                statement.payable(),
                statement.carryOut(),
                statement.sentOn(),
                statement.disputeUntil(),
                dispute == null
                        ? null
                        : new Dispute(
                                dispute.reason(), dispute.by(), dispute.at(), dispute.decision(), dispute.answer()),
                billed.stream().map(Document::of).toList());
    }

    @Schema(name = "StatementSummary")
    record Summary(
            String number,
            @Nullable String month,
            @Nullable String contract,
            String programme,
            Statement.Status status,
            Money monthNet,
            @Nullable Percentage rate,
            Money monthTotal,
            Money payable,
            Money carryOut,
            @Nullable LocalDate disputeUntil) {

        static Summary of(Statements.Row row) {
            return new Summary(
                    row.number(),
                    row.month() == null ? null : row.month().toString(),
                    row.contract(),
                    row.programme(),
                    row.status(),
                    row.monthNet(),
                    row.rate(),
                    row.monthTotal(),
                    row.payable(),
                    row.carryOut(),
                    row.disputeUntil());
        }
    }

    @Schema(name = "StatementLine")
    record Line(
            @Schema(description = "Invoice or credit note; absent for a component.", example = "IN-2026-000012")
            @Nullable
            String document,

            @Schema(description = "Names a component in objections; absent for a document.") @Nullable
            String component,

            @Schema(description = "Of a component.") @Nullable
            String description,

            @Schema(description = "INVOICE, CREDIT_NOTE or COMPONENT.")
            String kind,

            LocalDate documentDate,
            String customerName,

            @Schema(description = "Without VAT; a credit note's is negative.")
            Money net,

            Percentage rate,
            Money amount,

            @Schema(description = "How the amount came about, in words.")
            String formula,

            @Schema(description = "Why another amount counts than the formula gives; absent if none does.") @Nullable
            String correction) {

        static Line of(Statement.Line line) {
            return new Line(
                    line.document(),
                    line.component(),
                    line.description(),
                    line.kind(),
                    line.documentDate(),
                    line.customerName(),
                    line.net(),
                    line.rate(),
                    line.amount(),
                    line.formula(),
                    line.correction());
        }
    }

    @Schema(name = "StatementDispute")
    record Dispute(
            String reason,
            String by,
            Instant at,

            @Schema(description = "Absent while it is looked into.")
            Statement.@Nullable Decision decision,

            @Nullable String answer) {}

    @Schema(name = "SelfBilledDocument", description = "Written by the vendor in the reseller's name.")
    record Document(
            @Schema(example = "SB-2026-000001") String number,

            @Schema(description = "SELF_BILLED (type 389) or SELF_BILLED_CREDIT (261).")
            CompensationDocument.Kind kind,

            LocalDate issueDate,

            @Schema(description = "The document it takes back; absent if none.") @Nullable
            String credits,

            Money net,
            Money vat,
            Money gross,

            @Schema(description = "What of it has paid the reseller's own invoices.")
            List<Part> setOffs,

            @Schema(description = "The payout run that pays the rest; absent while it waits for one.") @Nullable
            String payout,

            @Schema(description = "When the bank has paid it; absent while it has not.") @Nullable
            LocalDate paidOn) {

        static Document of(Statements.Billed billed) {
            var document = billed.document();
            var fate = billed.fate();
            return new Document(
                    document.number(),
                    document.kind(),
                    document.issueDate(),
                    document.credits(),
                    document.net(),
                    document.vat(),
                    document.gross(),
                    billed.setOffs().stream()
                            .map(part -> new Part(part.invoice(), part.amount()))
                            .toList(),
                    fate == null ? null : fate.run(),
                    fate == null || !fate.isPaid() ? null : fate.on());
        }
    }

    @Schema(name = "SetOff")
    record Part(String invoice, Money amount) {}
}
