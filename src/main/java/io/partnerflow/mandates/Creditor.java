package io.partnerflow.mandates;

import io.partnerflow.shared.CheckDigits;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.iban4j.IbanUtil;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who collects direct debits: the vendor as its bank and the customers' banks know it. Debits are in euro, so the account
 * may be another one than the one invoices in the vendor's own currency are paid to.
 *
 * @param name as the customer's account statement shows it
 * @param iban account the debits are credited to, without spaces
 * @param bic of its bank
 * @param id the creditor identifier, given out by the central bank of the vendor's country
 */
@Validated
@ConfigurationProperties("partnerflow.debits.creditor")
public record Creditor(
        @NotBlank @Size(max = 70) @DefaultValue("Northlight Software AB")
        String name,

        @NotNull @Pattern(regexp = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") @DefaultValue("SE9850000000058398257482")
        String iban,

        @NotNull @Pattern(regexp = "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?") @DefaultValue("ESSESESS")
        String bic,

        @NotNull @Pattern(regexp = ID_FORM) @DefaultValue("SE86ZZZ5599999991")
        String id) {

    private static final String ID_FORM = "[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}";

    /** Mod 97 over the national part, country and check digits; the three letters of the business line do not count (EPC262-08). */
    @AssertTrue(message = "the creditor id's check digits are wrong")
    boolean isIdRight() {
        return !id.matches(ID_FORM) || CheckDigits.mod97(id.substring(7) + id.substring(0, 4));
    }

    @AssertTrue(message = "the IBAN's check digits, length or form is wrong")
    boolean isIbanRight() {
        return IbanUtil.isValid(iban);
    }
}
