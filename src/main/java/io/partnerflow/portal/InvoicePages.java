package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.documents.Documents;
import io.partnerflow.payments.InvoiceStandings;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the organisation has been invoiced. */
@Controller
@RequestMapping("/invoices")
class InvoicePages {

    private final Invoices invoices;
    private final InvoiceStandings standings;
    private final Receivables receivables;
    private final VendorCalendar calendar;
    private final Documents documents;
    private final CurrentCaller callers;

    InvoicePages(
            Invoices invoices,
            InvoiceStandings standings,
            Receivables receivables,
            VendorCalendar calendar,
            Documents documents,
            CurrentCaller callers) {
        this.invoices = invoices;
        this.standings = standings;
        this.receivables = receivables;
        this.calendar = calendar;
        this.documents = documents;
        this.callers = callers;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean credits,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        var kind = credits ? Invoice.Kind.CREDIT_NOTE : null;
        var wanted = credits ? null : wanted(status);
        var paging = new Paging(page, 25, null, search);
        model.addAttribute(
                "invoices",
                wanted == null
                        ? standings.list(caller.actingFor(), kind, paging)
                        : standings.list(caller.actingFor(), wanted, paging));
        model.addAttribute("kept", credits ? Map.of("credits", "true") : Map.of("status", status));
        model.addAttribute("status", wanted == null ? "" : wanted.text());
        model.addAttribute("today", calendar.today());
        model.addAttribute("search", search);
        model.addAttribute("credits", credits);
        return "portal/billing-invoices";
    }

    private static InvoiceStandings.@Nullable Wanted wanted(String status) {
        try {
            return InvoiceStandings.Wanted.of(status);
        } catch (Invalid unknown) {
            throw new NotFound("invoices", status);
        }
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        model.addAttribute("invoice", invoices.get(caller.actingFor(), number));
        model.addAttribute("receivable", receivables.of(number).orElse(null));
        model.addAttribute("today", calendar.today());
        model.addAttribute("creditedBy", invoices.creditedBy(caller.actingFor(), number));
        return "portal/billing-invoice";
    }

    @GetMapping("/{number}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        var document = invoices.document(caller.actingFor(), number);
        return download(document.fileName(), MediaType.APPLICATION_PDF, documents.content(document.id()));
    }

    @GetMapping("/{number}.xml")
    ResponseEntity<byte[]> xml(@PathVariable String number) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        return download(number + ".xml", MediaType.APPLICATION_XML, invoices.xml(caller.actingFor(), number));
    }

    @GetMapping("/{number}.ubl.xml")
    ResponseEntity<byte[]> ubl(@PathVariable String number) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        return download(number + ".ubl.xml", MediaType.APPLICATION_XML, invoices.ubl(caller.actingFor(), number));
    }

    private static ResponseEntity<byte[]> download(String fileName, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .body(content);
    }
}
