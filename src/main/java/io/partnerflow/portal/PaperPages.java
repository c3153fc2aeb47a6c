package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.documents.Documents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every paper the organisation may read. */
@Controller
class PaperPages {

    private static final int MOST = 200;

    private final Documents documents;
    private final CurrentCaller callers;

    PaperPages(Documents documents, CurrentCaller callers) {
        this.documents = documents;
        this.callers = callers;
    }

    @GetMapping("/papers")
    String all(Model model) {
        var caller = callers.require();
        model.addAttribute(
                "papers",
                documents.ownedBy(caller.actingFor().toString(), MOST).stream()
                        .filter(paper -> DocumentPages.mayRead(caller, paper))
                        .toList());
        return "portal/mine-papers";
    }
}
