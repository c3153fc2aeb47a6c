package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
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
        return ProgrammeAnswer.of(
                policy,
                terms(policy.code()),
                catalogue.products(policy.code()).stream().map(this::priced).toList());
    }

    private Optional<ResellerTerms> terms(String programme) {
        return resellers.terms(callers.require().actingFor(), programme);
    }

    private ProgrammeAnswer.PricedProduct priced(Product product) {
        return new ProgrammeAnswer.PricedProduct(
                product.code(),
                product.name(),
                product.unit().name(),
                catalogue.price(product.code(), today.currency(), today.day()).price(),
                product.supply().name(),
                product.deviceType());
    }
}
