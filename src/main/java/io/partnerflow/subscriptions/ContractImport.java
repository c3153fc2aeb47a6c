package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.devices.CoverageWatch;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.orders.OrderLine;
import io.partnerflow.orders.TakenOverOrders;
import io.partnerflow.pricing.Estimate;
import io.partnerflow.pricing.Start;
import io.partnerflow.shared.RowSet;
import io.partnerflow.shared.VendorCalendar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Takes over contracts that run already. What had begun before the takeover was paid elsewhere and is never invoiced; the
 * next period is, like any other ({@code ASSUME_PAID}).
 *
 * <p><b>Source:</b> AA-9, A-37, feature 110.
 */
@ModuleService
public class ContractImport {

    private final RunningContracts check;
    private final RunningContractRows rows;
    private final TakenOverOrders orders;
    private final NumberSeries numbers;
    private final VendorCalendar calendar;
    private final CoverageWatch coverage;
    private final AuditTrail audit;

    ContractImport(
            RunningContracts check,
            RunningContractRows rows,
            TakenOverOrders orders,
            NumberSeries numbers,
            VendorCalendar calendar,
            CoverageWatch coverage,
            AuditTrail audit) {
        this.check = check;
        this.rows = rows;
        this.orders = orders;
        this.numbers = numbers;
        this.calendar = calendar;
        this.coverage = coverage;
        this.audit = audit;
    }

    /**
     * Something to check many contracts with: what they share is asked for once.
     *
     * @param customers whom they are with
     */
    public RunningContracts.Checks checks(Collection<UUID> customers) {
        return check.checks(customers);
    }

    /**
     * Writes contracts, each with its order, its running term and the notice that was given.
     *
     * @param contracts what {@link RunningContracts.Checks#check} has made of them
     * @param progress is told how many are written
     * @return SU-…, in the same order
     */
    public List<String> write(List<RunningContract> contracts, Requester importer, IntConsumer progress) {
        var all = new ArrayList<String>();
        RowSet.inChunks(contracts, chunk -> {
            var given = numbers.next("SU", chunk.size());
            all.addAll(given);
            writeChunk(chunk, given, importer);
            progress.accept(all.size());
        });
        coverage.seatsChanged(contracts.stream()
                .filter(contract -> contract.policy().devices() != null)
                .map(contract -> contract.wanted().customer())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return all;
    }

    private void writeChunk(List<RunningContract> contracts, List<String> given, Requester importer) {
        var taken = new ArrayList<TakenOverOrders.TakenOver>();
        for (var index = 0; index < contracts.size(); index++) {
            taken.add(order(contracts.get(index), given.get(index), importer));
        }
        rows.listsLater();
        rows.insert(contracts, given, orders.write(taken));
        insertNotices(contracts, given, importer);
        rows.listed(given);
        var words = new LinkedHashMap<String, String>();
        for (var index = 0; index < contracts.size(); index++) {
            var contract = contracts.get(index);
            words.put(
                    given.get(index),
                    "%s, runs since %s, next invoice %s"
                            .formatted(
                                    contract.wanted().reference(),
                                    contract.wanted().startDate(),
                                    contract.nextInvoiceOn()));
        }
        audit.recordAll("subscription-taken-over", words);
    }

    private void insertNotices(List<RunningContract> contracts, List<String> given, Requester importer) {
        var leaving = new LinkedHashMap<String, RunningContract>();
        for (var index = 0; index < contracts.size(); index++) {
            if (contracts.get(index).noticeGiven()) {
                leaving.put(given.get(index), contracts.get(index));
            }
        }
        if (!leaving.isEmpty()) {
            rows.insertNotices(leaving, numbers.next("CH", leaving.size()), importer);
        }
    }

    private TakenOverOrders.TakenOver order(RunningContract contract, String number, Requester importer) {
        var wanted = contract.wanted();
        var months = contract.term().months();
        return new TakenOverOrders.TakenOver(
                number,
                contract.policy(),
                wanted.reseller(),
                Objects.requireNonNull(wanted.customer()),
                contract.lines().stream()
                        .map(line -> new OrderLine(line.product(), line.quantity()))
                        .toList(),
                months,
                Objects.requireNonNull(wanted.startDate()),
                wanted.poReference(),
                contract.lines().stream().map(line -> line.priced(months)).toList(),
                new Estimate.Timing(
                        contract.term().from(),
                        calendar.today(),
                        contract.rhythmMonths(),
                        contract.agreed().noticeDays(),
                        contract.agreed().reductionWindowMonths(),
                        Start.Backdated.ASSUME_PAID),
                importer.by());
    }
}
