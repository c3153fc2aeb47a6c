package io.partnerflow.imports;

import io.partnerflow.orders.OrderImport;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the sheet with orders; rows with the same reference are one order of several products. */
@Component
class OrderLines {

    /** Each order is a case of its own with people and letters behind it. */
    static final int MOST = 2_000;

    private static final int STEP = 25;
    private static final Pattern OF_A_LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");
    private static final Map<String, String> FIELDS = Map.of(
            "organisationId", "customerNumber",
            "signatory.name", "signatoryName",
            "signatory.email", "signatoryEmail",
            "acceptedTerms.version", "acceptsTerms",
            "", "customerNumber");

    private final OrderImport orders;
    private final Programmes programmes;

    OrderLines(OrderImport orders, Programmes programmes) {
        this.orders = orders;
        this.programmes = programmes;
    }

    record Fine(List<Line> lines, WantedOrder order) {}

    List<Fine> check(
            List<Line> lines,
            NamedResellers resellers,
            NamedCustomers customers,
            Scope scope,
            Findings findings,
            IntConsumer progress) {
        if (lines.size() > MOST) {
            findings.error(lines.get(0).sheet(), 0, 0, "imports.problem.too-many-orders", MOST);
            return List.of();
        }
        var fine = new ArrayList<Fine>();
        var alone = new HashMap<String, Line>();
        for (var group : groups(lines)) {
            var first = group.get(0);
            var reseller = resellers.of(first, findings);
            var named = reseller == null ? null : customers.of(first, reseller, findings);
            var by = orderedBy(first, scope, findings);
            if (reseller != null && named != null && by != null && named.customer() != null) {
                var wanted = wanted(group, reseller, named.customer(), by, findings);
                if (group.stream().noneMatch(findings::isBad)) {
                    orders.check(wanted).forEach(bad -> note(group, bad, findings));
                }
                alone(first, wanted, alone, findings);
                if (group.stream().noneMatch(findings::isBad)) {
                    fine.add(new Fine(group, wanted));
                }
            }
            progress.accept(group.size());
        }
        return fine;
    }

    private static List<List<Line>> groups(List<Line> lines) {
        var groups = new LinkedHashMap<String, List<Line>>();
        for (var line : lines) {
            var reference = new Values(line, new Findings()).text("orderReference");
            var reseller = line.cell("resellerNumber");
            var key = reference == null
                    ? "row " + line.number()
                    : "reference %s %s".formatted(reference, reseller == null ? "" : reseller.text());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
        }
        return List.copyOf(groups.values());
    }

    private static @Nullable String orderedBy(Line line, Scope scope, Findings findings) {
        if (!scope.vendor()) {
            return scope.by();
        }
        var address = new Values(line, findings).needed("orderedBy");
        if (address != null && EmailAddress.parse(address).isEmpty()) {
            findings.error(line, "orderedBy", "forms.email", new ImportFile.Heading("orderedBy"), address);
            return null;
        }
        return address;
    }

    private WantedOrder wanted(List<Line> group, UUID reseller, UUID customer, String by, Findings findings) {
        var first = new Values(group.get(0), findings);
        var programme = first.needed("programme");
        var policy = programmes.find(String.valueOf(programme));
        var accepts = Boolean.TRUE.equals(first.yesNo("acceptsTerms"));
        return new WantedOrder(
                reseller,
                programme,
                customer,
                null,
                group.stream()
                        .map(line -> new Values(line, findings))
                        .map(values -> new WantedOrder.Line(values.needed("product"), values.whole("quantity")))
                        .toList(),
                first.whole("termMonths"),
                first.day("startDate"),
                first.text("poReference"),
                first.text("signatoryName"),
                first.text("signatoryEmail"),
                policy.filter(known -> accepts)
                        .map(ProgrammePolicy::termsVersion)
                        .orElse(null),
                by);
    }

    /** Two orders of one file where the programme allows one at a time. */
    private void alone(Line line, WantedOrder wanted, Map<String, Line> seen, Findings findings) {
        var single = programmes
                .find(String.valueOf(wanted.programme()))
                .filter(policy -> !policy.limits().severalSubscriptions())
                .isPresent();
        var other = single ? seen.putIfAbsent(wanted.programme() + wanted.customer(), line) : null;
        if (other != null) {
            findings.error(line, "customerNumber", "imports.problem.order-twice", String.valueOf(other.number()));
        }
    }

    private static void note(List<Line> group, Invalid.Field bad, Findings findings) {
        var ofLine = OF_A_LINE.matcher(bad.field());
        if (ofLine.matches()) {
            Problems.note(group.get(Integer.parseInt(ofLine.group(1))), ofLine.group(2), bad, findings);
        } else {
            var field = Objects.requireNonNullElse(FIELDS.get(bad.field()), bad.field());
            Problems.note(group.get(0), "lines".equals(field) ? "product" : field, bad, findings);
        }
    }

    /** @return OR-…, one for each; their processes are to be begun */
    List<String> write(List<Fine> fine, IntConsumer progress) {
        var numbers = new ArrayList<String>();
        for (var one : fine) {
            numbers.add(orders.write(one.order()));
            if (numbers.size() % STEP == 0) {
                progress.accept(numbers.size());
            }
        }
        return numbers;
    }

    void begin(String number) {
        orders.begin(number);
    }

    void handOver(String number) {
        orders.handOver(number);
    }
}
