package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.payments.Receivable;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/receivables")
@Tag(name = "Invoices")
class ReceivablesController {

    private final Receivables receivables;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;

    ReceivablesController(Receivables receivables, CurrentCaller callers, VendorCalendar calendar) {
        this.receivables = receivables;
        this.callers = callers;
        this.calendar = calendar;
    }

    @Schema(name = "Receivable", description = "What is open of an invoice.")
    record ReceivableAnswer(
            @Schema(example = "IN-2026-000001") String invoice,

            @Schema(description = "OPEN, PARTLY_PAID or OVERDUE; PAID and CREDITED are not listed.")
            String status,

            LocalDate issueDate,
            LocalDate dueDate,
            Money gross,
            Money credited,
            Money paid,
            Money open,

            @Schema(
                    description =
                            "Day on which what is open is collected by direct debit; absent if it is to be transferred.")
            @Nullable
            LocalDate collectedOn) {

        static ReceivableAnswer of(Receivable receivable, LocalDate today) {
            return new ReceivableAnswer(
                    receivable.invoice(),
                    receivable.status(today).name(),
                    receivable.issueDate(),
                    receivable.dueDate(),
                    receivable.gross(),
                    receivable.credited(),
                    receivable.paid(),
                    receivable.open(),
                    receivable.isCollected() ? receivable.collectionDay() : null);
        }
    }

    @GetMapping
    @Operation(
            summary = "Invoices that are not settled, with what is open of each, the one due first before the others",
            description =
                    "status=overdue leaves only those whose due date is past and that are not being collected, status=open (or none) lists all.")
    Page<ReceivableAnswer> all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "open") String status) {
        var payer = callers.require().mustBeAbleToSeeInvoices().actingFor();
        return wanted(payer, status, new Paging(page, size, null, ""))
                .map(one -> ReceivableAnswer.of(one, calendar.today()));
    }

    private Page<Receivable> wanted(UUID payer, String status, Paging paging) {
        return switch (status) {
            case "open" -> receivables.openOf(payer, paging);
            case "overdue" -> receivables.overdueOf(payer, paging);
            default -> throw Invalid.field("status", "receivable-status", null, "open, overdue");
        };
    }
}
