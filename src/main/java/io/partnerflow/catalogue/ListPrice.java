package io.partnerflow.catalogue;

import io.partnerflow.shared.Money;
import java.time.LocalDate;

/** What one piece costs by the list that is valid from that day on. */
public record ListPrice(Product product, Money price, LocalDate validFrom) {

    /**
     * What one piece costs for a year: what every price is reckoned from.
     *
     * @throws IllegalStateException if the product is not sold by time
     */
    public Money perYear() {
        return switch (product.unit()) {
            case YEAR -> price;
            case MONTH -> price.times(MONTHS_OF_A_YEAR);
            case ONCE -> throw new IllegalStateException(product.code() + " is not sold by time");
        };
    }

    private static final int MONTHS_OF_A_YEAR = 12;
}
