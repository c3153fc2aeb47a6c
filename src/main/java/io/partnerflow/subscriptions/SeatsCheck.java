package io.partnerflow.subscriptions;

import static java.util.stream.Collectors.joining;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether so many seats of these products can be added or taken away; tells everything that is wrong at once. */
@Component
class SeatsCheck {

    private static final int MOST_LINES = 20;

    private final Catalogue catalogue;
    private final Programmes programmes;

    SeatsCheck(Catalogue catalogue, Programmes programmes) {
        this.catalogue = catalogue;
        this.programmes = programmes;
    }

    /** The terms that are accepted with added seats: those of today. */
    String termsVersion(SubscriptionView contract) {
        return programmes.get(contract.programme()).termsVersion();
    }

    void addable(SubscriptionView contract, List<Seats> seats) {
        addable(contract, seats, new Invalid.Collector()).throwIfAny();
    }

    void addable(SubscriptionView contract, List<Seats> seats, @Nullable String acceptedTerms) {
        var problems = addable(contract, seats, new Invalid.Collector());
        var version = termsVersion(contract);
        if (acceptedTerms == null || acceptedTerms.isEmpty()) {
            problems.reject("acceptedTerms", "terms-not-accepted", null, version);
        } else if (!acceptedTerms.equals(version)) {
            problems.reject("acceptedTerms", "terms-outdated", acceptedTerms, version);
        }
        problems.throwIfAny();
    }

    private Invalid.Collector addable(SubscriptionView contract, List<Seats> seats, Invalid.Collector problems) {
        var offered = catalogue.products(contract.programme()).stream()
                .filter(product -> product.unit() != Product.Unit.ONCE)
                .map(Product::code)
                .toList();
        var largest = programmes
                .get(contract.programme(), contract.policyVersion())
                .limits()
                .largestQuantity();
        lines(seats, offered, problems, product -> largest);
        return problems;
    }

    /** @param most how many pieces of a product can go */
    void removable(List<Seats> seats, List<String> products, java.util.function.ToIntFunction<String> most) {
        var problems = new Invalid.Collector();
        lines(seats, products, problems, most);
        problems.throwIfAny();
    }

    private static void lines(
            List<Seats> seats,
            List<String> products,
            Invalid.Collector problems,
            java.util.function.ToIntFunction<String> most) {
        if (seats.isEmpty() || seats.size() > MOST_LINES) {
            problems.reject("lines", "lines-count", seats.size(), MOST_LINES);
        }
        Set<String> seen = new HashSet<>();
        for (var index = 0; index < Math.min(seats.size(), MOST_LINES); index++) {
            line("lines[%d].".formatted(index), seats.get(index), products, seen, problems, most);
        }
    }

    private static void line(
            String field,
            Seats one,
            List<String> products,
            Set<String> seen,
            Invalid.Collector problems,
            java.util.function.ToIntFunction<String> most) {
        if (one.product() == null || !products.contains(one.product())) {
            problems.reject(
                    field + "product",
                    "product-not-in-contract",
                    one.product(),
                    products.stream().collect(joining(", ")));
            return;
        }
        if (!seen.add(one.product())) {
            problems.reject(field + "product", "product-twice", one.product());
        }
        var largest = most.applyAsInt(one.product());
        if (one.quantity() < 1) {
            problems.reject(field + "quantity", "seats-too-few", one.quantity(), largest);
        } else if (one.quantity() > largest) {
            problems.reject(field + "quantity", "seats-too-many", one.quantity(), largest);
        }
    }
}
