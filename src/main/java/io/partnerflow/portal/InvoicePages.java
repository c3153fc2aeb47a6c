package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.billing.Invoices;
import io.partnerflow.documents.Documents;
import io.partnerflow.shared.Paging;
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
    private final Documents documents;
    private final CurrentCaller callers;

    InvoicePages(Invoices invoices, Documents documents, CurrentCaller callers) {
        this.invoices = invoices;
        this.documents = documents;
        this.callers = callers;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "0") int page, Model model) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        model.addAttribute("invoices", invoices.list(caller.actingFor(), new Paging(page, 25, null, search)));
        model.addAttribute("search", search);
        return "portal/billing-invoices";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        model.addAttribute("invoice", invoices.get(caller.actingFor(), number));
        return "portal/billing-invoice";
    }

    @GetMapping("/{number}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        var document = invoices.document(caller.actingFor(), number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName())
                                .build()
                                .toString())
                .body(documents.content(document.id()));
    }
}
