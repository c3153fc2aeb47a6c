package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.catalogue.Product;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/programmes")
@Tag(name = "Programmes")
class ProgrammesController {

    private final Programmes programmes;
    private final Catalogue catalogue;
    private final Resellers resellers;
    private final CurrentCaller callers;
    private final Today today;

    ProgrammesController(
            Programmes programmes, Catalogue catalogue, Resellers resellers, CurrentCaller callers, Today today) {
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.resellers = resellers;
        this.callers = callers;
        this.today = today;
    }

    @GetMapping
    @Operation(summary = "The vendor's programmes: their switches, products, current prices and terms")
    Page<ProgrammeAnswer> all() {
        return Page.all(programmes.all().stream().map(this::answer).toList());
    }

    @GetMapping("/{code}")
    @Operation(summary = "One programme")
    ProgrammeAnswer one(@PathVariable String code) {
        return answer(programmes.get(code));
    }

    private ProgrammeAnswer answer(ProgrammePolicy policy) {
        var anyTerm = prices(policy, 0);
        var byTerm = new TreeMap<Integer, Map<String, ListPrice>>();
        policy.terms().forEach(term -> byTerm.put(term.months(), prices(policy, term.months())));
        return ProgrammeAnswer.of(
                policy,
                terms(policy.code()),
                catalogue.products(policy.code()).stream()
                        .map(product -> priced(product, anyTerm, byTerm))
                        .toList());
    }

    private Optional<ResellerTerms> terms(String programme) {
        return resellers.terms(callers.require().actingFor(), programme);
    }

    private Map<String, ListPrice> prices(ProgrammePolicy policy, int termMonths) {
        return catalogue.prices(policy.code(), policy.currencyOr(today.currency()), today.day(), termMonths);
    }

    /** What costs the same for every term has one price, everything else one for each. */
    private static ProgrammeAnswer.PricedProduct priced(
            Product product, Map<String, ListPrice> anyTerm, Map<Integer, Map<String, ListPrice>> byTerm) {
        var price = anyTerm.get(product.code());
        return new ProgrammeAnswer.PricedProduct(
                product.code(),
                product.name(),
                product.unit().name(),
                price == null ? null : price.price(),
                price == null ? termPrices(product, byTerm) : List.of(),
                product.supply().name(),
                product.deviceType(),
                product.category().name());
    }

    private static List<ProgrammeAnswer.TermPrice> termPrices(
            Product product, Map<Integer, Map<String, ListPrice>> byTerm) {
        return byTerm.entrySet().stream()
                .filter(term -> term.getValue().containsKey(product.code()))
                .map(term -> new ProgrammeAnswer.TermPrice(
                        term.getKey(), term.getValue().get(product.code()).price()))
                .toList();
    }
}
