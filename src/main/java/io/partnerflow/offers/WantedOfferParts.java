package io.partnerflow.offers;

import static java.util.stream.Collectors.joining;

import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.catalogue.Product;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.orders.OrderLine;
import io.partnerflow.parties.Party;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the parts of one wanted offer, each on its own, and gathers what is wrong. */
final class WantedOfferParts {

    static final int MOST_LINES = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2000;

    private final WantedOffer wanted;
    private final Invalid.Collector problems;

    WantedOfferParts(WantedOffer wanted, Invalid.Collector problems) {
        this.wanted = wanted;
        this.problems = problems;
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

    /** @param termKnown where it is not, nothing can be said about prices; that is said once, at the term */
    List<OrderLine> lines(
            ProgrammePolicy policy, List<Product> known, Map<String, ListPrice> prices, boolean termKnown) {
        if (wanted.lines().isEmpty() || wanted.lines().size() > MOST_LINES) {
            problems.reject("lines", "bundle-lines", wanted.lines().size(), MOST_LINES);
        }
        var lines = new ArrayList<OrderLine>();
        var seen = new HashSet<String>();
        for (var index = 0; index < Math.min(wanted.lines().size(), MOST_LINES); index++) {
            var line = wanted.lines().get(index);
            var field = "lines[%d].".formatted(index);
            product(field + "product", line.product(), known, seen);
            if (termKnown && !problems.rejects(field + "product") && !prices.containsKey(line.product())) {
                problems.reject(field + "product", "product-without-price", line.product(), wanted.termMonths());
            }
            var quantity = quantity(
                    field + "quantity", line.quantity(), policy.limits().largestQuantity());
            lines.add(new OrderLine(Objects.requireNonNullElse(line.product(), ""), quantity));
        }
        return inOrderOf(known, lines);
    }

    private static List<OrderLine> inOrderOf(List<Product> known, List<OrderLine> lines) {
        return known.stream()
                .flatMap(product -> lines.stream().filter(line -> line.product().equals(product.code())))
                .toList();
    }

    private void product(String field, @Nullable String code, List<Product> known, HashSet<String> seen) {
        var sold = known.stream()
                .filter(product -> product.unit() != Product.Unit.ONCE)
                .map(Product::code)
                .toList();
        if (code == null || !sold.contains(code)) {
            problems.reject(field, "product-unknown", code, String.join(", ", sold));
        } else if (!seen.add(code)) {
            problems.reject(field, "product-twice", code);
        }
    }

    private int quantity(String field, @Nullable Integer quantity, int largest) {
        if (quantity == null) {
            problems.reject(field, "required", null);
        } else if (quantity < 1) {
            problems.reject(field, "too-small", quantity, 1, largest);
        } else if (quantity > largest) {
            problems.reject(field, "too-large", quantity, 1, largest);
        }
        return quantity == null ? 1 : quantity;
    }

    List<OfferView.OwnService> ownServices(String currency) {
        return new OwnServiceCheck(problems).check(wanted.ownServices(), currency);
    }

    @Nullable
    String note() {
        return Typed.optionalText("note", wanted.note(), LONGEST_NOTE, problems);
    }

    Optional<NamedEmail> recipient(Optional<Party> customer) {
        var name = Typed.optionalLine("recipient.name", wanted.recipient().name(), LONGEST_NAME, problems);
        var typed = wanted.recipient().email();
        var email = typed == null || typed.isBlank()
                ? customer.map(Party::email).orElse("")
                : Typed.email("recipient.email", typed, problems);
        return email.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamedEmail(Objects.requireNonNullElse(name, ""), EmailAddress.of(email)));
    }

    Optional<OfferView.Delivery> delivery(Optional<Party> customer) {
        var way = Arrays.stream(OfferView.Delivery.Way.values())
                .filter(known -> known.name().equals(wanted.delivery()))
                .findFirst();
        if (way.isEmpty()) {
            problems.reject("delivery.way", "delivery-way", wanted.delivery(), "DIRECT, VIA_RESELLER");
        }
        var address = Optional.ofNullable(wanted.address())
                .map(this::address)
                .or(() -> customer.map(WantedOfferParts::addressOf));
        return way.flatMap(known -> address.map(place -> new OfferView.Delivery(known, place)));
    }

    private PostalAddress address(WantedOffer.Address typed) {
        var country = Objects.requireNonNullElse(typed.country(), "").strip();
        if (!Countries.exists(country)) {
            problems.reject("delivery.address.country", "country-unknown", country, country);
        }
        return new PostalAddress(
                Typed.line("delivery.address.line1", typed.line1(), 200, problems),
                Typed.optionalLine("delivery.address.line2", typed.line2(), 200, problems),
                Typed.line("delivery.address.postalCode", typed.postalCode(), 20, problems),
                Typed.line("delivery.address.city", typed.city(), 100, problems),
                country);
    }

    private static PostalAddress addressOf(Party customer) {
        var address = customer.address();
        return new PostalAddress(
                address.line1(), address.line2(), address.postalCode(), address.city(), customer.country());
    }
}
