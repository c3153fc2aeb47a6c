package io.partnerflow.imports;

import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Typed;
import io.partnerflow.subscriptions.ContractImport;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.RunningContract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the sheet with running contracts; rows with the same reference are one contract with several products. */
@Component
class ContractLines {

    private static final Pattern OF_A_LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    /** What every row of a contract says, or leaves to the first one. */
    private static final List<String> SAME = List.of("customerNumber", "programme", "startDate", "termMonths");

    private static final BigDecimal MOST = new BigDecimal("100000000");
    private static final int LONGEST = 64;

    private final ContractImport contracts;
    private final TakenOver takenOver;
    private final Vendor vendor;

    ContractLines(ContractImport contracts, TakenOver takenOver, Vendor vendor) {
        this.contracts = contracts;
        this.takenOver = takenOver;
        this.vendor = vendor;
    }

    /** @param lines those it is written in, at least one */
    record Fine(List<Line> lines, RunningContract contract) {}

    List<Fine> check(List<Line> lines, NamedResellers resellers, NamedCustomers customers, Findings findings) {
        var fine = new ArrayList<Fine>();
        var checks = contracts.checks(customers.all());
        var groups = groups(lines, resellers, findings);
        var there = takenOver.references(groups.keySet());
        groups.forEach((key, group) -> {
            if (there.contains(key)) {
                findings.error(group.get(0), "reference", "imports.problem.contract-taken-over");
            }
            var named = customers.of(group.get(0), key.reseller(), findings);
            agree(group, findings);
            var problems = new Invalid.Collector();
            var wanted = wanted(key, group, named, findings);
            var contract = checks.check(wanted, vendor.currency(), problems);
            problems.fields().forEach(bad -> note(group, bad, findings));
            var whole = group.stream().noneMatch(findings::isBad);
            contract.filter(one -> whole && named != null).ifPresent(one -> fine.add(new Fine(group, one)));
        });
        return fine;
    }

    private static Map<TakenOver.Key, List<Line>> groups(
            List<Line> lines, NamedResellers resellers, Findings findings) {
        var groups = new LinkedHashMap<TakenOver.Key, List<Line>>();
        for (var line : lines) {
            var reseller = resellers.of(line, findings);
            var problems = new Invalid.Collector();
            var values = new Values(line, findings);
            var reference = values.needed("reference");
            var checked = Typed.optionalLine("reference", reference, LONGEST, problems);
            problems.fields().forEach(bad -> Problems.note(line, "reference", bad, findings));
            if (reseller != null && checked != null) {
                groups.computeIfAbsent(new TakenOver.Key(reseller, checked), key -> new ArrayList<>())
                        .add(line);
            }
        }
        return groups;
    }

    /** Two rows with one reference that are not about the same: rather a reference typed twice than one contract. */
    private static void agree(List<Line> group, Findings findings) {
        var first = group.get(0);
        for (var line : group.subList(1, group.size())) {
            for (var field : SAME) {
                var here = line.cell(field);
                var there = first.cell(field);
                if (here != null
                        && (there == null
                                || !here.text().strip().equals(there.text().strip()))) {
                    findings.error(line, field, "imports.problem.not-one-contract", String.valueOf(first.number()));
                }
            }
        }
    }

    private RunningContract.Wanted wanted(
            TakenOver.Key key, List<Line> group, NamedCustomers.@Nullable Named named, Findings findings) {
        var first = new Values(group.get(0), findings);
        var currency = currency(group.get(0), first, findings);
        return new RunningContract.Wanted(
                key.reference(),
                key.reseller(),
                named == null ? null : named.customer(),
                first.needed("programme"),
                group.stream().map(line -> product(line, currency, findings)).toList(),
                first.day("startDate"),
                first.whole("termMonths"),
                first.day("renewalDate"),
                first.whole("rhythmMonths"),
                first.day("nextInvoiceOn"),
                first.day("lastDay"),
                currency,
                first.percent("termDiscount"),
                first.percent("partnerDiscount"),
                Boolean.TRUE.equals(first.yesNo("keepsDiscounts")),
                first.whole("noticeDays"),
                first.whole("reductionWindowMonths"),
                first.whole("paymentDays"),
                line(group.get(0), "poReference", first, findings),
                line(group.get(0), "costGroup", first, findings));
    }

    private static @Nullable String line(Line line, String field, Values values, Findings findings) {
        var problems = new Invalid.Collector();
        var text = Typed.optionalLine(field, values.text(field), LONGEST, problems);
        problems.fields().forEach(bad -> Problems.note(line, field, bad, findings));
        return text;
    }

    private static @Nullable String currency(Line line, Values values, Findings findings) {
        var typed = values.text("currency");
        if (typed != null && !CURRENCIES.contains(typed)) {
            findings.error(line, "currency", "imports.problem.currency");
            return null;
        }
        return typed;
    }

    private RunningContract.Line product(Line line, @Nullable String currency, Findings findings) {
        var values = new Values(line, findings);
        var price = values.amount("pricePerYear");
        var unit = Currency.getInstance(Objects.requireNonNullElse(currency, vendor.currency()));
        if (price != null
                && (price.compareTo(MOST) > 0
                        || price.stripTrailingZeros().scale() > unit.getDefaultFractionDigits())) {
            findings.error(line, "pricePerYear", "imports.problem.amount");
            price = null;
        }
        if (price != null && currency == null) {
            // a price without its currency could be anything
            findings.error(line, "currency", "imports.problem.currency-needed");
        }
        return new RunningContract.Line(
                values.needed("product"), values.whole("quantity"), price == null ? null : Money.rounded(price, unit));
    }

    private static void note(List<Line> group, Invalid.Field bad, Findings findings) {
        var ofLine = OF_A_LINE.matcher(bad.field());
        if (ofLine.matches()) {
            Problems.note(group.get(Integer.parseInt(ofLine.group(1))), ofLine.group(2), bad, findings);
        } else {
            Problems.note(group.get(0), bad.field(), bad, findings);
        }
    }

    /** @return SU-…, one for each */
    List<String> write(List<Fine> fine, Scope scope, String number, IntConsumer progress) {
        var written = contracts.write(
                fine.stream().map(Fine::contract).toList(), new Requester(scope.by(), vendor.email()), progress);
        takenOver.note(fine.stream().map(Fine::contract).toList(), written, number);
        return written;
    }

    static UUID reseller(Fine fine) {
        return fine.contract().wanted().reseller();
    }
}
