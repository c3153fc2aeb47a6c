package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.documents.Documents;
import io.partnerflow.payments.InvoiceStandings;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invoices")
@Tag(name = "Invoices")
class InvoicesController {

    private final Invoices invoices;
    private final InvoiceStandings standings;
    private final Receivables receivables;
    private final VendorCalendar calendar;
    private final Documents documents;
    private final CurrentCaller callers;
    private final MessageSource texts;

    InvoicesController(
            Invoices invoices,
            InvoiceStandings standings,
            Receivables receivables,
            VendorCalendar calendar,
            Documents documents,
            CurrentCaller callers,
            MessageSource texts) {
        this.invoices = invoices;
        this.standings = standings;
        this.receivables = receivables;
        this.calendar = calendar;
        this.documents = documents;
        this.callers = callers;
        this.texts = texts;
    }

    @GetMapping
    @Operation(summary = "Invoices and credit notes addressed to the organisation, newest first")
    Page<InvoiceAnswer.Summary> all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "") String search,
            @Parameter(description = "INVOICE or CREDIT_NOTE; both if left out.") @RequestParam(required = false)
                    String kind,
            @Parameter(
                            description =
                                    "open (overdue or not), overdue, paid or credited: only the invoices that stand so.")
                    @RequestParam(defaultValue = "")
                    String status) {
        var billTo = callers.require().mustBeAbleToSeeInvoices().actingFor();
        var paging = new Paging(page, size, null, search);
        var wanted = InvoiceStandings.Wanted.of(status);
        var wantedKind = kindOf(kind);
        if (wanted != null && wantedKind == Invoice.Kind.CREDIT_NOTE) {
            throw Invalid.field("status", "status-of-credit-note", null);
        }
        var found =
                wanted == null ? standings.list(billTo, wantedKind, paging) : standings.list(billTo, wanted, paging);
        return found.map(one -> InvoiceAnswer.Summary.of(one, calendar.today()));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One invoice with its lines, the formula of each amount, and the tax")
    InvoiceAnswer one(@PathVariable String number, Locale language) {
        var billTo = callers.require().mustBeAbleToSeeInvoices().actingFor();
        return InvoiceAnswer.of(
                invoices.get(billTo, number),
                invoices.creditedBy(billTo, number),
                InvoiceAnswer.Standing.of(receivables.of(number).orElse(null), calendar.today()),
                reason -> texts.getMessage("tax.reason." + reason, null, language));
    }

    @GetMapping(value = "/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The invoice as it was sent")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        var document = invoices.document(caller.actingFor(), number);
        return Download.of(document, documents.content(document.id()));
    }

    @GetMapping(value = "/{number}.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "The invoice for the buyer's machine",
            description = "UN/CEFACT Cross Industry Invoice, profile EN 16931: the same file as in the PDF (Factur-X).")
    ResponseEntity<byte[]> xml(@PathVariable String number) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        var xml = invoices.xml(caller.actingFor(), number);
        return Download.of(number + ".xml", MediaType.APPLICATION_XML, xml);
    }

    @GetMapping(value = "/{number}.ubl.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "The invoice for the Peppol network",
            description = "Peppol BIS Billing 3 (UBL 2.1). 409 if the network knows no address for the buyer.")
    ResponseEntity<byte[]> ubl(@PathVariable String number) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        var ubl = invoices.ubl(caller.actingFor(), number);
        return Download.of(number + ".ubl.xml", MediaType.APPLICATION_XML, ubl);
    }

    private static Invoice.@Nullable Kind kindOf(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(Invoice.Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        Invalid.field("kind", "unknown-choice", "invalid.document-kind", text, "INVOICE, CREDIT_NOTE"));
    }
}
