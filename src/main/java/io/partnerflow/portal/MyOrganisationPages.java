package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.debits.Debits;
import io.partnerflow.links.LinkManagement;
import io.partnerflow.links.LinkRequestView;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.subscriptions.CustomerContract;
import io.partnerflow.subscriptions.CustomerContracts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What an organisation sees of itself, whoever sold it what it has: its contracts, without a word of what its reseller pays
 * and earns. Every organisation has these pages, a reseller for what it uses itself.
 */
@Controller
class MyOrganisationPages {

    private final CustomerContracts contracts;
    private final LinkManagement requests;
    private final Organisations organisations;
    private final Programmes programmes;
    private final Catalogue catalogue;
    private final Debits debits;
    private final CurrentCaller callers;

    MyOrganisationPages(
            CustomerContracts contracts,
            LinkManagement requests,
            Organisations organisations,
            Programmes programmes,
            Catalogue catalogue,
            Debits debits,
            CurrentCaller callers) {
        this.contracts = contracts;
        this.requests = requests;
        this.organisations = organisations;
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.debits = debits;
        this.callers = callers;
    }

    @GetMapping("/home")
    String home(Model model) {
        var caller = callers.require();
        var all = contracts.of(caller.actingFor());
        model.addAttribute("organisation", organisations.get(caller.actingFor()));
        model.addAttribute("waiting", waiting(caller));
        model.addAttribute(
                "running", all.stream().filter(CustomerContract::active).toList());
        explain(all, model);
        return "portal/mine-home";
    }

    /** What somebody has to answer; through a link one does not see who else wants one. */
    private List<LinkRequestView> waiting(Caller caller) {
        return caller.via().isPresent()
                ? List.of()
                : requests.of(caller).stream()
                        .filter(request -> request.open() && request.customer().equals(caller.actingFor()))
                        .toList();
    }

    @GetMapping("/contracts")
    String all(Model model) {
        var all = contracts.of(callers.require().actingFor());
        model.addAttribute("contracts", all);
        explain(all, model);
        return "portal/mine-contracts";
    }

    @GetMapping("/contracts/{number}")
    String one(@PathVariable String number, Model model) {
        var caller = callers.require();
        var contract = contracts.get(caller.actingFor(), number);
        model.addAttribute("contract", contract);
        model.addAttribute("debits", caller.acting().role().mayBill() ? debitsOf(caller, number) : null);
        explain(List.of(contract), model);
        return "portal/mine-contract";
    }

    private Debits.@Nullable OfContract debitsOf(Caller caller, String number) {
        return debits.of(caller.actingFor(), number)
                .filter(found -> found.mandate().debtor().equals(caller.actingFor()))
                .orElse(null);
    }

    private void explain(Collection<CustomerContract> shown, Model model) {
        model.addAttribute("resellers", names(shown));
        var codes = shown.stream().map(CustomerContract::programme).distinct().toList();
        model.addAttribute(
                "programmes",
                codes.stream()
                        .collect(Collectors.toMap(
                                code -> code, code -> programmes.get(code).name())));
        model.addAttribute(
                "products",
                codes.stream()
                        .flatMap(code -> catalogue.products(code).stream())
                        .collect(Collectors.toMap(Product::code, Product::name, (first, second) -> first)));
    }

    private Map<UUID, String> names(Collection<CustomerContract> shown) {
        var ids = shown.stream().map(CustomerContract::reseller).distinct().toList();
        return organisations.get(ids).stream().collect(Collectors.toMap(Party::id, Party::name));
    }
}
