package io.partnerflow.catalogue;

import io.partnerflow.shared.Names;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What products are called in other languages, as the price list files say. */
@Component
class ProductNames {

    private final Map<String, Map<String, String>> translated = new HashMap<>();

    ProductNames(PriceListFiles files) {
        files.read().stream()
                .flatMap(book -> book.products().stream())
                .forEach(item -> translated.put(
                        item.code(),
                        new Names(item.name(), item.names())
                                .checked(item.code())
                                .translated()));
    }

    /** @param plain name in the catalogue, which also has products that no file has any more */
    Names of(String product, String plain) {
        return new Names(plain, translated.getOrDefault(product, Map.of()));
    }
}
