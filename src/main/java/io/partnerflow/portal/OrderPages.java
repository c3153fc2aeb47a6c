package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.orders.Assortment;
import io.partnerflow.shared.Conflict;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reseller's orders, and one of them: whom it waits for, what to do, what has happened. */
@Controller
@RequestMapping("/orders")
class OrderPages {

    private final OrderLists lists;
    private final ListFiles files;
    private final OrderFile file;
    private final Assortment assortment;
    private final AgreementManagement agreements;
    private final Documents documents;
    private final CurrentCaller callers;
    private final MessageSource messages;

    OrderPages(
            OrderLists lists,
            ListFiles files,
            OrderFile file,
            Assortment assortment,
            AgreementManagement agreements,
            Documents documents,
            CurrentCaller callers,
            MessageSource messages) {
        this.lists = lists;
        this.files = files;
        this.file = file;
        this.assortment = assortment;
        this.agreements = agreements;
        this.documents = documents;
        this.callers = callers;
        this.messages = messages;
    }

    /** @param tab empty for the orders that are not done, or all if there are none */
    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "0") int page,
            @ModelAttribute("here") Here here,
            Model model,
            Locale language) {
        var caller = callers.require();
        model.addAllAttributes(lists.of(caller.reseller(), tab, search, programme, period, page, language));
        model.addAttribute("here", here.at("tab", (String) model.getAttribute("tab")));
        model.addAttribute(
                "byAgreement", !assortment.byAgreement(caller.reseller()).isEmpty());
        model.addAttribute("mayOrder", caller.acting().role().mayOrder());
        return "portal/orders-list";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> file(
            @RequestParam String format,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String period,
            Locale language,
            ZoneId zone) {
        var rows = lists.rows(callers.require().reseller(), tab, search, programme, period);
        return files.of(format, MoneyTables.orders(lists.names(language)), rows, language, zone);
    }

    @GetMapping("/{number}")
    ModelAndView one(@PathVariable String number, Locale language) {
        return new ModelAndView("portal/orders-one", file.of(callers.require(), number, language));
    }

    @PostMapping("/{number}/agreement")
    ModelAndView upload(
            @PathVariable String number,
            @RequestParam("file") MultipartFile upload,
            Locale language,
            RedirectAttributes next)
            throws IOException {
        var caller = callers.require().mustBeAbleToOrder();
        var name = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
        try {
            agreements.upload(caller.reseller(), number, upload.getBytes(), name, caller.email());
        } catch (UploadRefused refused) {
            return refused(number, refused.status(), "upload." + refused.code(), refused.args(), language);
        } catch (Conflict conflict) {
            return refused(number, 409, "conflict." + conflict.code(), conflict.args(), language);
        }
        var said = messages.getMessage("agreement.uploaded", new Object[] {number}, language);
        next.addFlashAttribute("flash", new Shell.Flash("good", said));
        return new ModelAndView("redirect:/orders/" + number);
    }

    private ModelAndView refused(String number, int status, String key, List<Object> args, Locale language) {
        var page = one(number, language);
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("uploadProblem", messages.getMessage(key, args.toArray(), language));
        return page;
    }

    @GetMapping("/{number}/agreement.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number) {
        var paper = agreements.paper(callers.require().reseller(), number);
        return DocumentPages.asFile(paper, documents.content(paper.id()));
    }
}
