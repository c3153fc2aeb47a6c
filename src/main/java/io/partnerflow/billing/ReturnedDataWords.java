package io.partnerflow.billing;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.trials.DataReturn;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The line of an invoice for one property that went back. */
@Component
class ReturnedDataWords {

    private final Catalogue catalogue;
    private final Words words;

    ReturnedDataWords(Catalogue catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    Charge.Line line(Locale language, DataReturn returned) {
        var product = catalogue.find(returned.product()).orElseThrow().name(language);
        return new Charge.Line(
                null,
                null,
                Supply.SERVICE,
                words.returned(language, product, returned.propertyName()),
                words.once(language, returned.price()),
                BigDecimal.ONE,
                returned.price().amount(),
                returned.price());
    }
}
