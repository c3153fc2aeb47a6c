package io.partnerflow.orders;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the order form adds to a started order: when, at which price, under which terms. */
@Embeddable
class Registration {

    private LocalDate startDate;
    private @Nullable String poReference;
    private String termsVersion;
    private String termsAcceptedBy;
    private Instant termsAcceptedAt;
    private String currency;
    private BigDecimal annualList;
    private BigDecimal annualNet;
    private BigDecimal contractValue;
    private BigDecimal partnerDiscount;
    private BigDecimal termDiscount;
    private String estimate;

    protected Registration() {} // for JPA

    /** @param estimate the whole calculation as JSON */
    static Registration of(
            LocalDate startDate,
            @Nullable String poReference,
            OrderView.AcceptedTerms terms,
            OrderPrice price,
            String estimate) {
        var form = new Registration();
        form.startDate = startDate;
        form.poReference = poReference;
        form.termsVersion = terms.version();
        form.termsAcceptedBy = terms.by();
        form.termsAcceptedAt = terms.at();
        form.freeze(price);
        form.estimate = estimate;
        return form;
    }

    private void freeze(OrderPrice price) {
        currency = price.annualNet().currencyCode();
        annualList = price.annualList().amount();
        annualNet = price.annualNet().amount();
        contractValue = price.contractValue().amount();
        partnerDiscount = price.partnerDiscount().value();
        termDiscount = price.termDiscount().value();
    }

    LocalDate startDate() {
        return startDate;
    }

    @Nullable
    String poReference() {
        return poReference;
    }

    OrderView.AcceptedTerms terms() {
        return new OrderView.AcceptedTerms(termsVersion, termsAcceptedBy, termsAcceptedAt);
    }

    OrderPrice price() {
        return new OrderPrice(
                Money.of(annualList, currency),
                Money.of(annualNet, currency),
                Money.of(contractValue, currency),
                new Percentage(partnerDiscount),
                new Percentage(termDiscount));
    }

    String estimate() {
        return estimate;
    }
}
