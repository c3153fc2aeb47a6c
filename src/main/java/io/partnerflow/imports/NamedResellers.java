package io.partnerflow.imports;

import io.partnerflow.parties.ManyParties;
import io.partnerflow.parties.ManyParties.Known;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which reseller a row is about: the one it names, or the one whose file it is. */
final class NamedResellers {

    private final @Nullable UUID own;
    private final Map<String, List<Known>> byNumber;

    private NamedResellers(@Nullable UUID own, Map<String, List<Known>> byNumber) {
        this.own = own;
        this.byNumber = byNumber;
    }

    static NamedResellers of(Scope scope, Collection<Line> lines, ManyParties parties) {
        if (!scope.vendor()) {
            return new NamedResellers(scope.reseller(), Map.of());
        }
        var numbers = lines.stream()
                .map(line -> line.cell("resellerNumber"))
                .filter(Objects::nonNull)
                .map(cell -> compact(cell.text()))
                .distinct()
                .toList();
        return new NamedResellers(
                null,
                parties.resellersByNumber(numbers).stream()
                        .collect(Collectors.groupingBy(known -> compact(known.registrationNumber()))));
    }

    private static String compact(String number) {
        return number.replaceAll("[\\s\\u00a0-]", "");
    }

    /** @return null if nobody is meant; it has been said then */
    @Nullable
    UUID of(Line line, Findings findings) {
        if (own != null) {
            return own;
        }
        var number = new Values(line, findings).needed("resellerNumber");
        if (number == null) {
            return null;
        }
        var found = byNumber.getOrDefault(compact(number), List.of());
        if (found.size() != 1) {
            findings.error(
                    line,
                    "resellerNumber",
                    found.isEmpty() ? "imports.problem.reseller-unknown" : "imports.problem.reseller-unclear");
            return null;
        }
        return found.get(0).id();
    }
}
