package io.partnerflow.operations;

import io.partnerflow.credit.CreditFiles;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Formats;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Credit checks with everything they rest on, for the credit desk and who manages. */
@Controller
@RequestMapping("/staff/credit")
class CreditDeskPages {

    private static final String DESK = "credit";

    private final CreditFiles files;
    private final Vendor vendor;

    CreditDeskPages(CreditFiles files, Vendor vendor) {
        this.files = files;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @GetMapping
    String list(Authentication login, Model model) {
        mustSeeCredit(login);
        model.addAttribute("checks", files.latest());
        return "staff/credit";
    }

    @GetMapping("/{order}")
    String one(@PathVariable String order, Authentication login, Model model) {
        mustSeeCredit(login);
        model.addAttribute("file", files.of(order));
        return "staff/credit-one";
    }

    private static void mustSeeCredit(Authentication login) {
        if (!maySeeCredit(login)) {
            throw new Forbidden("not-the-credit-desk");
        }
    }

    static boolean maySeeCredit(Authentication login) {
        var person = StaffPerson.of(login);
        return person.belongsTo(DESK) || person.seesEverything();
    }
}
