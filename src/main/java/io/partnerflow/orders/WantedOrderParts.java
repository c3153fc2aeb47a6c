package io.partnerflow.orders;

import static java.util.stream.Collectors.joining;

import io.partnerflow.catalogue.Product;
import io.partnerflow.pricing.Term;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the parts of one wanted order, each on its own, and gathers what is wrong. */
final class WantedOrderParts {

    private static final int MOST_LINES = 20;
    private static final int LONGEST_PO_REFERENCE = 64;
    private static final int LONGEST_NAME = 100;

    private final WantedOrder wanted;
    private final OrderFields fields;
    private final Invalid.Collector problems;

    WantedOrderParts(WantedOrder wanted, OrderFields fields, Invalid.Collector problems) {
        this.wanted = wanted;
        this.fields = fields;
        this.problems = problems;
    }

    /** @param orderable whether the reseller's link to it lets it order */
    void customer(boolean known, boolean orderable) {
        if (!known) {
            problems.reject(fields.customer(), "customer-unknown", wanted.customer());
        } else if (!orderable) {
            problems.reject(fields.customer(), "link-cannot-order", wanted.customer());
        }
    }

    /** @param programmeKnown where it is not, no product can be; that is said once, at the programme */
    List<OrderLine> lines(List<Product> offered, int largest, boolean programmeKnown) {
        if (wanted.lines().isEmpty() || wanted.lines().size() > MOST_LINES) {
            problems.reject("lines", "lines-count", wanted.lines().size(), MOST_LINES);
        }
        var lines = new ArrayList<OrderLine>();
        var seen = new HashSet<String>();
        for (var index = 0; index < Math.min(wanted.lines().size(), MOST_LINES); index++) {
            var line = wanted.lines().get(index);
            if (programmeKnown) {
                product(fields.line(index, "product"), line.product(), offered, seen);
            }
            quantity(fields.line(index, "quantity"), line.quantity(), largest);
            if (line.product() != null && line.quantity() != null) {
                lines.add(new OrderLine(line.product(), line.quantity()));
            }
        }
        return lines;
    }

    private void product(String field, @Nullable String code, List<Product> offered, HashSet<String> seen) {
        if (offered.stream().noneMatch(product -> product.code().equals(code))) {
            var accepted = offered.stream().map(Product::code).collect(joining(", "));
            problems.reject(field, "product-unknown", code, accepted);
        } else if (!seen.add(code)) {
            problems.reject(field, "product-twice", code);
        }
    }

    private void quantity(String field, @Nullable Integer quantity, int largest) {
        if (quantity == null) {
            problems.reject(field, "required", null);
        } else if (quantity < 1) {
            problems.reject(field, "too-small", quantity, 1, largest);
        } else if (quantity > largest) {
            problems.reject(field, "too-large", quantity, 1, largest);
        }
    }

    Optional<ProgrammePolicy.Term> term(ProgrammePolicy policy) {
        var term = Optional.ofNullable(wanted.termMonths()).flatMap(policy::term);
        if (wanted.termMonths() == null) {
            problems.reject("termMonths", "required", null);
        } else if (term.isEmpty()) {
            var offered = policy.terms().stream()
                    .map(one -> String.valueOf(one.months()))
                    .collect(joining(", "));
            problems.reject("termMonths", "term-not-offered", wanted.termMonths(), offered);
        }
        return term;
    }

    /** @param months of the term, which must not be over before it is ordered (C-09); 0 where that is not known */
    void startDate(ProgrammePolicy.Limits limits, int months, LocalDate today) {
        var date = wanted.startDate();
        var first = today.minusMonths(limits.backdatingMonths());
        var last = today.plusMonths(limits.futureMonths());
        if (date == null) {
            problems.reject("startDate", "required", null);
        } else if (date.isBefore(first)) {
            problems.reject("startDate", "date-too-early", date.toString(), first.toString(), last.toString());
        } else if (date.isAfter(last)) {
            problems.reject("startDate", "date-too-late", date.toString(), first.toString(), last.toString());
        } else if (months > 0 && isOver(date, months, today)) {
            problems.reject(
                    "startDate",
                    "term-over",
                    date.toString(),
                    firstRunning(months, today).toString(),
                    months);
        }
    }

    private static boolean isOver(LocalDate start, int months, LocalDate today) {
        return !today.isBefore(Term.first(start, months).renewalDate());
    }

    /** The earliest start of a term that still runs. */
    private static LocalDate firstRunning(int months, LocalDate today) {
        var day = today.minusMonths(months);
        while (isOver(day, months, today)) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Nullable
    String poReference() {
        return Typed.optionalLine("poReference", wanted.poReference(), LONGEST_PO_REFERENCE, problems);
    }

    @Nullable
    NamedEmail signatory() {
        var name = Typed.line(fields.signatoryName(), wanted.signatoryName(), LONGEST_NAME, problems);
        var email = Typed.email(fields.signatoryEmail(), wanted.signatoryEmail(), problems);
        return name.isEmpty() || email.isEmpty() ? null : new NamedEmail(name, EmailAddress.of(email));
    }

    void terms(ProgrammePolicy policy) {
        if (wanted.acceptedTerms() == null) {
            problems.reject(fields.terms(), "terms-not-accepted", null, policy.termsVersion());
        } else if (!wanted.acceptedTerms().equals(policy.termsVersion())) {
            problems.reject(fields.terms(), "terms-outdated", wanted.acceptedTerms(), policy.termsVersion());
        }
    }
}
