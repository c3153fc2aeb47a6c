package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.conversations.Conversations;
import io.partnerflow.debits.Debits;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.CustomerContracts;
import java.util.List;
import java.util.Locale;
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
    private final OwnContracts own;
    private final Debits debits;
    private final ContractFile file;
    private final CurrentCaller callers;
    private final Looks looks;
    private final Conversations conversations;

    MyOrganisationPages(
            CustomerContracts contracts,
            OwnContracts own,
            Debits debits,
            ContractFile file,
            CurrentCaller callers,
            Looks looks,
            Conversations conversations) {
        this.contracts = contracts;
        this.own = own;
        this.debits = debits;
        this.file = file;
        this.callers = callers;
        this.looks = looks;
        this.conversations = conversations;
    }

    @GetMapping("/contracts")
    String all(Model model, Locale language) {
        var all = contracts.of(callers.require().actingFor());
        model.addAttribute("contracts", all);
        model.addAllAttributes(own.explained(all, language));
        return "portal/mine-contracts";
    }

    @GetMapping("/contracts/{number}")
    String one(@PathVariable String number, Model model, Locale language) {
        var caller = callers.require();
        var contract = contracts.get(caller.actingFor(), number);
        model.addAttribute("contract", contract);
        if (caller.via().isEmpty() && !caller.acting().reseller()) {
            model.addAttribute("look", looks.of(contract.reseller()));
        }
        model.addAttribute("debits", caller.acting().role().mayBill() ? debitsOf(caller, number) : null);
        model.addAllAttributes(own.explained(List.of(contract), language));
        model.addAllAttributes(file.of(caller, contract, language));
        model.addAttribute("told", conversations.forCustomer(caller.actingFor(), number, new Paging(0, 20, null, "")));
        return "portal/mine-contract";
    }

    private Debits.@Nullable OfContract debitsOf(Caller caller, String number) {
        return debits.of(caller.actingFor(), number)
                .filter(found -> found.mandate().debtor().equals(caller.actingFor()))
                .orElse(null);
    }
}
