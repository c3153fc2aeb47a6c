package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.customers.CoverageFilter;
import io.partnerflow.customers.CustomerFilter;
import io.partnerflow.customers.CustomerPreparation;
import io.partnerflow.customers.CustomerState;
import io.partnerflow.customers.Customers;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.trials.TrialManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "Organisations")
class OrganisationsController {

    private final Customers customers;
    private final CustomerPreparation preparation;
    private final Organisations organisations;
    private final TrialManagement trials;
    private final Subscriptions subscriptions;
    private final SeatCoverages coverages;
    private final CurrentCaller callers;

    OrganisationsController(
            Customers customers,
            CustomerPreparation preparation,
            Organisations organisations,
            TrialManagement trials,
            Subscriptions subscriptions,
            SeatCoverages coverages,
            CurrentCaller callers) {
        this.customers = customers;
        this.preparation = preparation;
        this.organisations = organisations;
        this.trials = trials;
        this.subscriptions = subscriptions;
        this.coverages = coverages;
        this.callers = callers;
    }

    @GetMapping
    @Operation(summary = "The reseller's customers and how it stands with each of them")
    Page<CustomerAnswer.Summary> all(
            @Parameter(description = "prepared, trials, customers or ended; all without it")
                    @RequestParam(required = false)
                    @Nullable
                    String tab,
            @Parameter(
                            description =
                                    "not-covered: devices without seats; no-seats: devices and not one seat; all without it")
                    @RequestParam(required = false)
                    @Nullable
                    String coverage,
            @Parameter(description = "Code of a programme the customer tries, has ordered or bought; all without it")
                    @RequestParam(required = false)
                    @Nullable
                    String programme,
            @Parameter(description = "ISO 3166-1 alpha-2; all without it") @RequestParam(required = false) @Nullable
                    String country,
            @Parameter(description = "As its address says it; all without it") @RequestParam(required = false) @Nullable
                    String city,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @Parameter(description = "name, createdAt, trialEnd or soldPerYear; with - in front the other way round")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "Part of a name, a registration number, a trial's or an order's number")
                    @RequestParam(defaultValue = "")
                    String search) {
        var filter = new CustomerFilter(state(tab), filter(coverage), programme, country, city);
        return customers
                .of(callers.require().reseller(), filter, new Paging(page, size, sort, search))
                .map(CustomerAnswer.Summary::of);
    }

    private static CoverageFilter filter(@Nullable String coverage) {
        return CoverageFilter.named(coverage)
                .orElseThrow(() -> Invalid.field("coverage", "coverage-unknown", "invalid.coverage-unknown"));
    }

    private static @Nullable CustomerState state(@Nullable String tab) {
        return tab == null || tab.isBlank()
                ? null
                : CustomerState.ofTab(tab)
                        .orElseThrow(() -> Invalid.field("tab", "tab-unknown", "invalid.tab-unknown"));
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Prepare a customer",
            description = "One the reseller takes care of already stays as it is and is answered; one of another "
                    + "reseller is refused with 409 customer-already-registered.")
    ResponseEntity<CustomerAnswer> prepare(@RequestBody NewOrganisation wanted) {
        var id = preparation.prepare(callers.require().mustBeAbleToOrder().reseller(), wanted.party());
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + id)).body(answer(id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One customer with its trials, its seats and devices, and what it brings")
    CustomerAnswer one(@PathVariable UUID id) {
        return answer(id);
    }

    private CustomerAnswer answer(UUID id) {
        var reseller = callers.require().reseller();
        return CustomerAnswer.of(
                customers.get(reseller, id),
                organisations.get(id),
                trials.of(reseller, id),
                subscriptions.ofCustomer(reseller, id),
                CoverageAnswer.of(coverages.of(id)));
    }
}
