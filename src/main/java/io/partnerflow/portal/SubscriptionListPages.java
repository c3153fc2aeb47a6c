package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reseller's running and former contracts, all customers together. */
@Controller
class SubscriptionListPages {

    private final SubscriptionLists lists;
    private final ListFiles files;
    private final CurrentCaller callers;

    SubscriptionListPages(SubscriptionLists lists, ListFiles files, CurrentCaller callers) {
        this.lists = lists;
        this.files = files;
        this.callers = callers;
    }

    @GetMapping("/subscriptions")
    String all(
            @RequestParam(defaultValue = "running") String tab,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "-number") String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale language) {
        var caller = callers.require();
        if (!caller.acting().reseller()) {
            return "redirect:/contracts";
        }
        model.addAllAttributes(lists.of(caller.reseller(), tab, search, programme, sort, page, language));
        return "portal/subscriptions-list";
    }

    @GetMapping(value = "/subscriptions", params = "format")
    ResponseEntity<Resource> file(
            @RequestParam String format,
            @RequestParam(defaultValue = "running") String tab,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "-number") String sort,
            Locale language,
            ZoneId zone) {
        var rows = lists.rows(callers.require().reseller(), tab, search, programme, sort, language);
        return files.of(format, MoneyTables.subscriptions(lists.names(language)), rows, language, zone);
    }
}
