package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.access.Role;
import io.partnerflow.customers.CoverageFilter;
import io.partnerflow.customers.CustomerState;
import io.partnerflow.customers.Customers;
import io.partnerflow.documents.Vendor;
import io.partnerflow.orders.Assortment;
import io.partnerflow.parties.ResellerLink;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reseller's customers, by how it stands with them (P-28, P-33, P-37), and one of them. */
@Controller
@RequestMapping("/customers")
class CustomerPages {

    private static final int SIZE = 25;

    private final Customers customers;
    private final CustomerListChoices choices;
    private final CustomerFile file;
    private final CustomerTabs pages;
    private final Assortment assortment;
    private final Subscriptions subscriptions;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;
    private final Vendor vendor;
    private final MessageSource messages;

    CustomerPages(
            Customers customers,
            CustomerListChoices choices,
            CustomerFile file,
            CustomerTabs pages,
            Assortment assortment,
            Subscriptions subscriptions,
            CurrentCaller callers,
            VendorCalendar calendar,
            Vendor vendor,
            MessageSource messages) {
        this.customers = customers;
        this.choices = choices;
        this.file = file;
        this.pages = pages;
        this.assortment = assortment;
        this.subscriptions = subscriptions;
        this.callers = callers;
        this.calendar = calendar;
        this.vendor = vendor;
        this.messages = messages;
    }

    @GetMapping
    String list(
            AskedCustomers asked,
            @RequestParam(defaultValue = "0") int page,
            @ModelAttribute("here") Here here,
            Model model,
            Locale language) {
        var caller = callers.require();
        var reseller = caller.reseller();
        var filter = asked.filter();
        var counts = customers.counts(reseller, filter, asked.search());
        var state = asked.state().orElseGet(() -> firstWithSomething(counts));
        model.addAttribute("here", here.at("tab", state.tab()));
        model.addAttribute("state", state.tab());
        model.addAttribute("tabs", tabs(counts, state, here, language));
        model.addAttribute(
                "customers",
                customers.of(reseller, filter.in(state), new Paging(page, SIZE, asked.sort(), asked.search())));
        model.addAttribute("any", asked.narrowed() || counts.values().stream().anyMatch(count -> count > 0));
        model.addAttribute("asked", asked);
        model.addAttribute("filters", filters(filter.coverage(), here, language));
        model.addAllAttributes(choices.of(reseller, language));
        model.addAttribute("revenue", subscriptions.revenue(reseller, vendor.currency()));
        model.addAttribute("sort", asked.sort() == null ? "name" : asked.sort());
        model.addAttribute("today", calendar.today());
        model.addAttribute("mayOrder", caller.acting().role().mayOrder());
        model.addAttribute("sells", CustomerSales.of(assortment, reseller));
        return "portal/customers-list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model, Locale language) {
        return page(CustomerTab.OVERVIEW, id, model, language);
    }

    @GetMapping("/{id}/{tab:people|devices|contracts|documents|money|history}")
    String tab(@PathVariable UUID id, @PathVariable String tab, Model model, Locale language) {
        return page(CustomerTab.named(tab).orElseThrow(), id, model, language);
    }

    private String page(CustomerTab tab, UUID id, Model model, Locale language) {
        var caller = callers.require();
        if (tab == CustomerTab.MONEY) {
            caller.mustBeAbleToSeeInvoices();
        }
        model.addAllAttributes(file.head(caller.reseller(), id));
        model.addAllAttributes(pages.of(tab, caller.reseller(), id, language));
        model.addAttribute("tab", tab.word());
        model.addAttribute("tabs", tabsOf(id, tab, caller.acting().role().mayBill(), language));
        model.addAttribute("today", calendar.today());
        model.addAttribute("sells", CustomerSales.of(assortment, caller.reseller()));
        var link = (ResellerLink) model.getAttribute("link");
        model.addAttribute(
                "mayOrder",
                caller.acting().role().mayOrder() && link != null && link.role().mayOrder());
        model.addAttribute(
                "mayEndLink", caller.via().isEmpty() && caller.acting().role() == Role.ADMIN);
        return tab == CustomerTab.OVERVIEW ? "portal/customers-one" : "portal/customers-tab";
    }

    private List<Shell.Item> tabsOf(UUID id, CustomerTab current, boolean money, Locale language) {
        return Stream.of(CustomerTab.values())
                .filter(tab -> money || tab != CustomerTab.MONEY)
                .map(tab -> new Shell.Item(
                        messages.getMessage("portal.customer.tab." + tab.word(), null, language),
                        "/customers/" + id + tab.path(),
                        tab == current,
                        null))
                .toList();
    }

    /** Where there is something to do first. */
    private static CustomerState firstWithSomething(Map<CustomerState, Long> counts) {
        return Stream.of(CustomerState.TRIAL, CustomerState.PREPARED, CustomerState.CUSTOMER, CustomerState.ENDED)
                .filter(state -> counts.get(state) > 0)
                .findFirst()
                .orElse(CustomerState.PREPARED);
    }

    private List<Shell.Item> tabs(Map<CustomerState, Long> counts, CustomerState current, Here here, Locale language) {
        return Stream.of(CustomerState.values())
                .map(state -> new Shell.Item(
                        messages.getMessage("portal.customers.tab." + state.tab(), null, language),
                        here.with("tab", state.tab()),
                        state == current,
                        counts.get(state) > Paging.REACH ? null : counts.get(state)))
                .toList();
    }

    /** Which customers of the tab are shown. */
    private List<Shell.Item> filters(CoverageFilter current, Here here, Locale language) {
        return Stream.of(CoverageFilter.values())
                .map(filter -> new Shell.Item(
                        messages.getMessage("portal.customers.coverage." + filter.name(), null, language),
                        here.with("coverage", filter.filter()),
                        filter == current,
                        null))
                .toList();
    }
}
