package io.partnerflow.portal;

import io.partnerflow.documents.Vendor;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.ProgrammePolicy.BillTo;
import io.partnerflow.programmes.ProgrammePolicy.Check;
import io.partnerflow.programmes.ProgrammePolicy.EndOfTerm;
import io.partnerflow.programmes.Programmes;
import java.util.List;
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
        var policy = programmes.get(programme);
        model.addAttribute("policy", policy);
        model.addAttribute("clauses", clauses(policy));
        model.addAttribute("vendorName", vendor.name());
        return "portal/orders-terms";
    }

    /** Which texts say what the programme's switches mean, in the order of the page. */
    private static List<String> clauses(ProgrammePolicy policy) {
        return List.of(
                policy.needsSignedAgreement() ? "1" : "order-at-once",
                "2",
                policy.billTo() == BillTo.RESELLER ? "3" : "payment-customer",
                policy.endOfTerm() == EndOfTerm.OPEN_ENDED ? "term-open" : "4",
                policy.limits().severalSubscriptions() ? "more-and-less" : "5",
                policy.check() == Check.NONE ? "no-check" : "6",
                policy.billTo() == BillTo.RESELLER ? "7" : "kickback");
    }
}
