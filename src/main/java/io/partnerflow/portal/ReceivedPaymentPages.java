package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.payments.PayerCredits;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the organisation has to pay, and what of it was received. */
@Controller
class ReceivedPaymentPages {

    private static final int MOST_PAYMENTS = 100;

    private final Receivables receivables;
    private final PayerCredits credits;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;

    ReceivedPaymentPages(
            Receivables receivables, PayerCredits credits, CurrentCaller callers, VendorCalendar calendar) {
        this.receivables = receivables;
        this.credits = credits;
        this.callers = callers;
        this.calendar = calendar;
    }

    @GetMapping("/payments")
    String payments(@RequestParam(defaultValue = "0") int page, Model model) {
        var payer = callers.require().mustBeAbleToSeeInvoices().actingFor();
        model.addAttribute("open", receivables.openOf(payer, new Paging(page, 50, null, "")));
        model.addAttribute("received", receivables.paymentsOf(payer, MOST_PAYMENTS));
        model.addAttribute("credits", credits.of(payer));
        model.addAttribute("today", calendar.today());
        return "portal/payments";
    }
}
