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
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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
    private final InvoiceFile invoiceFile;
    private final ListFiles files;
    private final CurrentCaller callers;

    InvoicePages(
            Invoices invoices,
            InvoiceStandings standings,
            Receivables receivables,
            VendorCalendar calendar,
            Documents documents,
            InvoiceFile invoiceFile,
            ListFiles files,
            CurrentCaller callers) {
        this.invoices = invoices;
        this.standings = standings;
        this.receivables = receivables;
        this.calendar = calendar;
        this.documents = documents;
        this.invoiceFile = invoiceFile;
        this.files = files;
        this.callers = callers;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean credits,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        var wanted = credits ? null : wanted(status);
        var issued = ListPeriod.of(period, calendar.today());
        var paging = new Paging(page, 25, null, search);
        model.addAttribute(
                "invoices",
                wanted == null
                        ? standings.list(caller.actingFor(), kind(credits), issued, paging)
                        : standings.list(caller.actingFor(), wanted, issued, paging));
        model.addAttribute("toPay", receivables.toPay(caller.actingFor()));
        model.addAttribute("status", wanted == null ? "" : wanted.text());
        model.addAttribute("today", calendar.today());
        model.addAttribute("search", search);
        model.addAttribute("period", period);
        model.addAttribute("periods", ListPeriod.codes());
        model.addAttribute("programmes", Map.of());
        model.addAttribute("credits", credits);
        model.addAttribute("sells", caller.acting().reseller());
        return "portal/billing-invoices";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> file(
            @RequestParam String format,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean credits,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String period,
            Locale language,
            ZoneId zone) {
        var payer = callers.require().mustBeAbleToSeeInvoices().actingFor();
        var wanted = credits ? null : wanted(status);
        var issued = ListPeriod.of(period, calendar.today());
        var found = new Paging(0, 1, null, search);
        return files.of(
                format,
                MoneyTables.invoices(calendar.today()),
                (most, taker) -> standings.each(payer, kind(credits), wanted, issued, found, most, taker),
                language,
                zone);
    }

    private static Invoice.@Nullable Kind kind(boolean credits) {
        return credits ? Invoice.Kind.CREDIT_NOTE : null;
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
        model.addAllAttributes(invoiceFile.of(caller, number));
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
