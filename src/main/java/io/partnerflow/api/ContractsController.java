package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.costs.CostGroups;
import io.partnerflow.costs.CostReport;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.CustomerContract;
import io.partnerflow.subscriptions.CustomerContracts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an organisation has itself, through whichever reseller, and what it pays. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Own contracts and costs")
class ContractsController {

    private final CustomerContracts contracts;
    private final CostReport costs;
    private final CostGroups groups;
    private final CurrentCaller callers;

    ContractsController(CustomerContracts contracts, CostReport costs, CostGroups groups, CurrentCaller callers) {
        this.contracts = contracts;
        this.costs = costs;
        this.groups = groups;
        this.callers = callers;
    }

    @GetMapping("/contracts")
    @Operation(summary = "The organisation's own contracts, running ones first")
    List<Contract> all() {
        return contracts.of(callers.require().actingFor()).stream()
                .map(Contract::of)
                .toList();
    }

    @GetMapping("/contracts/{number}")
    @Operation(summary = "One contract of the organisation; prices only where it is invoiced itself")
    Contract one(@PathVariable String number) {
        return Contract.of(contracts.get(callers.require().actingFor(), number));
    }

    @GetMapping("/costs")
    @Operation(summary = "What was invoiced to the organisation, by its own groups and month of issue")
    List<CostLine> costs(
            @Parameter(description = "First day of issue") @RequestParam LocalDate from,
            @Parameter(description = "First day no longer counted") @RequestParam LocalDate until) {
        return costs.of(callers.require(), from, until).stream()
                .map(CostLine::of)
                .toList();
    }

    @GetMapping("/cost-groups")
    @Operation(summary = "The organisation's groups, by reference")
    List<Group> groups() {
        return groups.of(callers.require()).stream()
                .map(group -> new Group(group.reference(), group.name()))
                .toList();
    }

    @PostMapping("/cost-groups")
    @OnlyOnce
    @Operation(summary = "Add a group; its reference stands on invoices and never changes")
    ResponseEntity<Group> add(@RequestBody Group wanted) {
        groups.add(callers.require(), wanted.reference(), wanted.name());
        return ResponseEntity.created(URI.create("/api/v1/cost-groups")).body(wanted);
    }

    @PutMapping("/subscriptions/{number}/cost-group")
    @Operation(summary = "Let a subscription count for a group from the next invoice on; for whoever pays for it")
    Assignment assign(@PathVariable String number, @RequestBody Assignment wanted) {
        groups.assign(callers.require(), number, wanted.reference());
        return wanted;
    }

    @Schema(name = "CostGroup")
    record Group(
            @Schema(example = "P-17", maxLength = 64) @Nullable
            String reference,

            @Schema(example = "Tower", maxLength = 200) @Nullable
            String name) {}

    @Schema(name = "CostGroupAssignment")
    record Assignment(
            @Schema(description = "Of one of the organisation's groups; absent for none.", example = "P-17") @Nullable
            String reference) {}

    @Schema(name = "CostLine")
    record CostLine(
            @Schema(description = "Reference of the group as it stood on the invoices; empty without one.")
            String group,

            @Schema(description = "Month of issue.", example = "2026-11")
            String month,

            @Schema(description = "Invoices and credit notes.")
            long documents,

            @Schema(description = "Without tax, credit notes taken off.")
            Money net,

            Money gross) {

        static CostLine of(CostReport.Line line) {
            return new CostLine(line.group(), line.month().toString(), line.documents(), line.net(), line.gross());
        }
    }

    @Schema(name = "OwnContract", description = "A contract as the customer sees it.")
    record Contract(
            @Schema(example = "SU-2026-000001") String number,
            String programme,
            UUID resellerId,
            boolean active,
            LocalDate startDate,

            @Schema(description = "First day of the running term.")
            LocalDate termFrom,

            @Schema(description = "First day after the running term.")
            LocalDate termUntil,

            List<Goods> goods,

            @Schema(description = "Absent where the reseller is invoiced.") @Nullable
            Money annualNet,

            @Schema(description = "Absent where the reseller is invoiced, and if none will come.") @Nullable
            LocalDate nextInvoiceOn,

            @Schema(description = "Absent of a contract that ends by itself.") @Nullable
            LocalDate renewalDate,

            @Schema(description = "Absent of a contract that ends by itself.") @Nullable
            LocalDate lastDayForNotice,

            @Schema(
                    description =
                            "First day without it; absent as long as nobody has given notice to one that does not end by itself.")
            @Nullable
            LocalDate endsOn) {

        @Schema(name = "OwnContractGoods")
        record Goods(String product, int quantity) {}

        static Contract of(CustomerContract contract) {
            return new Contract(
                    contract.number(),
                    contract.programme(),
                    contract.reseller(),
                    contract.active(),
                    contract.startDate(),
                    contract.term().from(),
                    contract.term().to(),
                    contract.goods().stream()
                            .map(goods -> new Goods(goods.product(), goods.quantity()))
                            .toList(),
                    contract.annualNet(),
                    contract.nextInvoiceOn(),
                    contract.endsByItself() ? null : contract.deadlines().renewalDate(),
                    contract.endsByItself() ? null : contract.deadlines().lastDayForNotice(),
                    contract.endsOn());
        }
    }
}
