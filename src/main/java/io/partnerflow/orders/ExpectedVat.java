package io.partnerflow.orders;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.parties.Organisations;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.tax.VatDecision;
import io.partnerflow.vatids.VendorVat;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which VAT the invoices of an order will bear, as far as that can be said before they are issued.
 *
 * <p><b>Source:</b> AA-11. Where services and goods are taxed for different reasons, their rates are still the same; the
 * reason is that of the first line.
 */
@Component
class ExpectedVat {

    private final VendorVat vat;
    private final Organisations organisations;
    private final Catalogue catalogue;

    ExpectedVat(VendorVat vat, Organisations organisations, Catalogue catalogue) {
        this.vat = vat;
        this.organisations = organisations;
        this.catalogue = catalogue;
    }

    /** Where nobody has said yet who pays, as if it were somebody in the vendor's own country. */
    VatDecision on(CheckedOrder order) {
        return on(order.billTo(), order.lines().get(0).product());
    }

    /** Who pays for what. */
    record Asked(UUID payer, String product) {}

    /** The same for many payers at once. */
    Map<Asked, VatDecision> on(Set<Asked> all) {
        var found = new HashMap<Asked, VatDecision>();
        var bySupply = all.stream()
                .collect(Collectors.groupingBy(
                        one -> catalogue.find(one.product()).orElseThrow().supply()));
        bySupply.forEach((kind, asked) -> {
            var payers = organisations.get(asked.stream().map(Asked::payer).collect(Collectors.toSet()));
            var decided = vat.expected(payers, Supply.valueOf(kind.name()));
            asked.forEach(one -> found.put(one, Objects.requireNonNull(decided.get(one.payer()))));
        });
        return found;
    }

    /** @param payer null if nobody has said yet who pays */
    VatDecision on(@Nullable UUID payer, String productCode) {
        var product = catalogue.find(productCode).orElseThrow();
        var supply = Supply.valueOf(product.supply().name());
        return payer == null ? vat.atHome(supply) : vat.expected(organisations.get(payer), supply);
    }
}
