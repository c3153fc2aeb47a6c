package io.partnerflow.billing;

import io.partnerflow.shared.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param creditNoteAbove by currency: if more than this, net, is taken back of one invoice at a person's wish, a second
 *     person approves; in a currency without a limit always
 */
@Validated
@ConfigurationProperties("partnerflow.four-eyes")
record FourEyesSettings(
        @NotNull @DefaultValue
        Map<@Pattern(regexp = "[A-Z]{3}") String, @NotNull @PositiveOrZero BigDecimal> creditNoteAbove) {

    boolean needsSecondPerson(Money takenBack) {
        var limit = creditNoteAbove.get(takenBack.currencyCode());
        return limit == null || takenBack.amount().compareTo(limit) > 0;
    }
}
