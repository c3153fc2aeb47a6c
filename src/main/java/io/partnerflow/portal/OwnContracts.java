package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.subscriptions.CustomerContract;
import io.partnerflow.subscriptions.CustomerContracts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The contracts an organisation has itself, with the names that explain them. */
@Component
class OwnContracts {

    private final CustomerContracts contracts;
    private final Organisations organisations;
    private final Programmes programmes;
    private final Catalogue catalogue;

    OwnContracts(CustomerContracts contracts, Organisations organisations, Programmes programmes, Catalogue catalogue) {
        this.contracts = contracts;
        this.organisations = organisations;
        this.programmes = programmes;
        this.catalogue = catalogue;
    }

    Map<String, Object> running(Caller caller, Locale language) {
        var running = contracts.of(caller.actingFor()).stream()
                .filter(CustomerContract::active)
                .toList();
        var model = new HashMap<>(explained(running, language));
        model.put("running", running);
        return model;
    }

    /** Names of resellers, programmes and products of the contracts. */
    Map<String, Object> explained(Collection<CustomerContract> shown, Locale language) {
        var codes = shown.stream().map(CustomerContract::programme).distinct().toList();
        var resellers = organisations.get(
                shown.stream().map(CustomerContract::reseller).distinct().toList());
        return Map.of(
                "resellers", resellers.stream().collect(Collectors.toMap(Party::id, Party::name)),
                "programmes",
                        codes.stream().collect(Collectors.toMap(code -> code, code -> programmes.name(code, language))),
                "products",
                        codes.stream()
                                .flatMap(code -> catalogue.products(code).stream())
                                .collect(Collectors.toMap(
                                        Product::code, product -> product.name(language), (first, second) -> first)));
    }
}
