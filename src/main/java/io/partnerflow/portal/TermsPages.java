package io.partnerflow.portal;

import io.partnerflow.documents.Vendor;
import io.partnerflow.programmes.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The terms a reseller accepts with an order under a programme. */
@Controller
class TermsPages {

    private final Programmes programmes;
    private final Vendor vendor;

    TermsPages(Programmes programmes, Vendor vendor) {
        this.programmes = programmes;
        this.vendor = vendor;
    }

    @GetMapping("/terms/{programme}")
    String terms(@PathVariable String programme, Model model) {
        model.addAttribute("policy", programmes.get(programme));
        model.addAttribute("vendorName", vendor.name());
        return "portal/orders-terms";
    }
}
