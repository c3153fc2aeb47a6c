package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people begin: what waits for them, what has changed, what falls due. */
@Controller
class HomePages {

    private final HomeFile file;
    private final ResellerFigures figures;
    private final OwnContracts contracts;
    private final CurrentCaller callers;

    HomePages(HomeFile file, ResellerFigures figures, OwnContracts contracts, CurrentCaller callers) {
        this.file = file;
        this.figures = figures;
        this.contracts = contracts;
        this.callers = callers;
    }

    @GetMapping("/home")
    String home(Model model, Locale language, ZoneId zone) {
        var caller = callers.require();
        model.addAllAttributes(file.of(caller, zone));
        if (caller.acting().reseller()) {
            model.addAllAttributes(figures.of(caller, language, zone));
            return "portal/home";
        }
        model.addAllAttributes(contracts.running(caller, language));
        return "portal/mine-home";
    }
}
