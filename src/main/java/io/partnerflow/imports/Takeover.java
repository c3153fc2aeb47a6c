package io.partnerflow.imports;

import io.partnerflow.customers.CustomerImport;
import io.partnerflow.parties.ManyParties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Checks a file from its first row to its last, and writes it; both go the same way, so that both say the same. */
@Component
class Takeover {

    private final CustomerLines customerLines;
    private final ContractLines contractLines;
    private final OrderLines orderLines;
    private final CustomerImport customers;
    private final ManyParties parties;

    Takeover(
            CustomerLines customerLines,
            ContractLines contractLines,
            OrderLines orderLines,
            CustomerImport customers,
            ManyParties parties) {
        this.customerLines = customerLines;
        this.contractLines = contractLines;
        this.orderLines = orderLines;
        this.customers = customers;
        this.parties = parties;
    }

    /** What became of a row. */
    record Written(ImportKind kind, int line, String subject, boolean created, boolean waiting) {}

    /**
     * A file whose customers are written already.
     *
     * @param customers what became of them
     */
    record Checked(List<Written> customers, List<ContractLines.Fine> contracts, List<OrderLines.Fine> orders) {}

    /**
     * Finds everything that is wrong. Customers that contracts or orders of the same file are about are written on the way:
     * the caller undoes its transaction.
     */
    void check(ImportFile file, Scope scope, Findings findings) {
        look(file, scope, findings, false, count -> {});
    }

    /** Writes the customers on the way, to be kept if nothing is found. */
    Checked begin(ImportFile file, Scope scope, Findings findings, IntConsumer progress) {
        return look(file, scope, findings, true, progress);
    }

    /** Writes the rest of what has been begun, in which nothing is wrong. @return what became of every row */
    List<Written> write(Checked checked, Scope scope, String number, IntConsumer progress) {
        var written = new ArrayList<>(checked.customers());
        var before = written.size();
        var contracts =
                contractLines.write(checked.contracts(), scope, number, count -> progress.accept(before + count));
        for (var index = 0; index < contracts.size(); index++) {
            for (var line : checked.contracts().get(index).lines()) {
                written.add(new Written(ImportKind.CONTRACTS, line.number(), contracts.get(index), true, false));
            }
        }
        var orders = orderLines.write(checked.orders(), count -> progress.accept(before + contracts.size() + count));
        for (var index = 0; index < orders.size(); index++) {
            var lines = checked.orders().get(index).lines();
            for (var line : lines) {
                var first = line == lines.get(0);
                written.add(new Written(ImportKind.ORDERS, line.number(), orders.get(index), true, first));
            }
        }
        return written;
    }

    private Checked look(ImportFile file, Scope scope, Findings findings, boolean keep, IntConsumer progress) {
        var written = new ArrayList<Written>();
        var all = Stream.of(ImportKind.values())
                .flatMap(kind -> file.of(kind).stream())
                .toList();
        var resellers = NamedResellers.of(scope, all, parties);
        var lines = customerLines.check(file.of(ImportKind.CUSTOMERS), resellers, findings);
        // a check needs them only where something else is about them
        var needed = keep || file.all() > file.of(ImportKind.CUSTOMERS).size();
        var ids = needed ? customerLines.write(lines, keep) : List.<UUID>of();
        for (var index = 0; index < ids.size(); index++) {
            written.add(new Written(
                    ImportKind.CUSTOMERS,
                    lines.lines().get(index).number(),
                    ids.get(index).toString(),
                    CustomerLines.creates(lines.answers().get(index)),
                    false));
        }
        progress.accept(ids.size());
        var named = named(file, resellers);
        var contracts = contractLines.check(file.of(ImportKind.CONTRACTS), resellers, named, findings);
        var orders = orderLines.check(file.of(ImportKind.ORDERS), resellers, named, scope, findings, count -> {});
        return new Checked(written, contracts, orders);
    }

    private NamedCustomers named(ImportFile file, NamedResellers resellers) {
        var named = new NamedCustomers(customers, file.of(ImportKind.CUSTOMERS));
        var wanted = new HashMap<Line, UUID>();
        Stream.of(ImportKind.CONTRACTS, ImportKind.ORDERS)
                .flatMap(kind -> file.of(kind).stream())
                .forEach(line -> {
                    var reseller = resellers.of(line, new Findings());
                    if (reseller != null) {
                        wanted.put(line, reseller);
                    }
                });
        named.lookUp(wanted);
        return named;
    }
}
