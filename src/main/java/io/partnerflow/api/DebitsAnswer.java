package io.partnerflow.api;

import io.partnerflow.debits.Debit;
import io.partnerflow.debits.Debits;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Debits", description = "How a contract is paid by direct debit.")
record DebitsAnswer(
        @Schema(description = "Absent if the contract has never had one.") @Nullable
        Mandate mandate,

        @Schema(description = "In the order of their due dates.")
        List<One> debits) {

    @Schema(name = "Mandate")
    record Mandate(
            @Schema(example = "MD-2026-000001") String reference,

            @Schema(description = "Masked.", example = "DE89 •••• 3000")
            String account,

            String accountHolder,

            @Schema(
                    description =
                            "PENDING: not signed yet. ACTIVE: it is collected under. REVOKED: nothing is collected any more.")
            MandateView.Status status,

            @Nullable LocalDate signedOn) {}

    @Schema(name = "Debit")
    record One(
            @Schema(description = "First day of what it pays for; absent for what is charged once.") @Nullable
            LocalDate periodFrom,

            LocalDate dueDate,
            Money amount,

            @Schema(description = "When the customer was told.")
            LocalDate announcedOn,

            @Schema(description = "The next one, or the one it was collected on.")
            LocalDate collectionDay,

            @Schema(
                    description =
                            "ANNOUNCED; IN_FILE: with the bank; COLLECTED; RETRYING: came back and is presented again; RETURNED: came back "
                                    + "and is not; CANCELLED: left out.")
            Debit.Status status,

            @Schema(
                    description =
                            "Why it came back, as banks code it, or why it is left out. Absent as long as all is well.",
                    example = "AM04")
            @Nullable
            String reason,

            @Schema(description = "Absent until it is issued.") @Nullable
            String invoice) {}

    static DebitsAnswer of(Debits.OfContract found) {
        var mandate = found.mandate();
        return new DebitsAnswer(
                new Mandate(
                        mandate.reference(),
                        mandate.maskedIban(),
                        mandate.accountHolder(),
                        mandate.status(),
                        mandate.signedOn()),
                found.debits().stream().map(DebitsAnswer::one).toList());
    }

    private static One one(Debit debit) {
        return new One(
                debit.periodFrom(),
                debit.dueDate(),
                debit.amount(),
                debit.announcedOn(),
                debit.collectionDay(),
                debit.status(),
                debit.reason(),
                debit.invoice());
    }
}
