package io.partnerflow.catalogue;

import io.partnerflow.shared.Money;
import java.time.LocalDate;

/** What one piece costs by the list that is valid from that day on. */
public record ListPrice(Product product, Money price, LocalDate validFrom) {}
