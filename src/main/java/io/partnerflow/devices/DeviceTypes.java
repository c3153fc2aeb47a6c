package io.partnerflow.devices;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The types of devices that need seats: those the catalogue has seats for, under programmes that ask for them. */
@Component
class DeviceTypes {

    private final Programmes programmes;
    private final Catalogue catalogue;

    DeviceTypes(Programmes programmes, Catalogue catalogue) {
        this.programmes = programmes;
        this.catalogue = catalogue;
    }

    /** Every type that can be counted. */
    SortedSet<String> all() {
        var types = new TreeSet<String>();
        programmesWithDevices().forEach(policy -> types.addAll(typesOf(policy)));
        return types;
    }

    /**
     * How long these types may be without seats: as long as the kindest of their programmes says.
     *
     * @return days, 0 or more
     */
    int graceDays(Collection<String> types) {
        return programmesWithDevices().stream()
                .filter(policy -> typesOf(policy).stream().anyMatch(types::contains))
                .mapToInt(policy -> policy.devices().graceDays())
                .max()
                .orElse(0);
    }

    /** Codes of programmes in which seats must cover devices. */
    List<String> programmes() {
        return programmesWithDevices().stream().map(ProgrammePolicy::code).toList();
    }

    /** The type of device a product covers, by code of the product; without products that cover none. */
    Map<String, String> byProduct() {
        return programmesWithDevices().stream()
                .flatMap(policy -> catalogue.products(policy.code()).stream())
                .filter(product -> product.deviceType() != null)
                .collect(toMap(Product::code, Product::deviceType));
    }

    private List<ProgrammePolicy> programmesWithDevices() {
        return programmes.all().stream()
                .filter(policy -> policy.devices() != null)
                .toList();
    }

    private List<String> typesOf(ProgrammePolicy policy) {
        return catalogue.products(policy.code()).stream()
                .map(Product::deviceType)
                .filter(type -> type != null)
                .toList();
    }
}
