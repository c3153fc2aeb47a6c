package io.partnerflow.documents;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who runs this house, as letterheads, mails and invoices name it.
 *
 * @param name               legal name
 * @param registrationNumber in the company register of its country
 * @param vatId              with country prefix
 * @param address            lines in the order of the envelope, where they are not what the parts below make
 * @param street             with house number; null on what was issued before addresses were kept in parts, as are postal
 *                           code and city
 * @param line2              null if there is no second line
 * @param country            ISO 3166-1 alpha-2
 * @param email              where partners and customers write to
 * @param phone              with country prefix
 * @param website            without scheme
 * @param iban               account to pay invoices to, without spaces
 * @param bic                of that account's bank
 * @param bank               name of that bank
 * @param currency           ISO 4217, of its price lists and invoices
 * @param timeZone           in which its days begin and end
 */
@Validated
@ConfigurationProperties("partnerflow.vendor")
public record Vendor(
        @NotBlank @DefaultValue("Northlight Software AB") String name,
        @NotBlank @DefaultValue("556677-8899") String registrationNumber,
        @NotBlank @DefaultValue("SE556677889901") String vatId,

        @Nullable List<@NotBlank String> address,
        @NotBlank @DefaultValue("Storgatan 12") String street,
        @Nullable String line2,
        @NotBlank @DefaultValue("111 51") String postalCode,
        @NotBlank @DefaultValue("Stockholm") String city,
        @Pattern(regexp = "[A-Z]{2}") @DefaultValue("SE") String country,

        @Email @NotBlank @DefaultValue("partners@northlight.example")
        String email,

        @NotBlank @DefaultValue("+46 8 123 456 00") String phone,
        @NotBlank @DefaultValue("www.northlight.example") String website,

        @Pattern(regexp = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") @DefaultValue("SE4550000000058398257466")
        String iban,

        @Pattern(regexp = "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?") @DefaultValue("ESSESESS")
        String bic,

        @NotBlank @DefaultValue("SEB") String bank,
        @Pattern(regexp = "[A-Z]{3}") @DefaultValue("SEK") String currency,

        @NotNull @DefaultValue("Europe/Stockholm") ZoneId timeZone) {

    /**
     * The same with another account, whose bank is named only where it is the same.
     *
     * @param accountIban without spaces
     */
    public Vendor paidTo(String accountIban, String accountBic) {
        return new Vendor(
                name,
                registrationNumber,
                vatId,
                address,
                street,
                line2,
                postalCode,
                city,
                country,
                email,
                phone,
                website,
                accountIban,
                accountBic,
                accountBic.equals(bic) ? bank : "",
                currency,
                timeZone);
    }

    /** The same, its country named in this language where the lines of its address are what the parts make. */
    public Vendor in(Locale language) {
        if (street == null || !address.equals(place().lines(Locale.ENGLISH))) {
            return this;
        }
        return new Vendor(
                name,
                registrationNumber,
                vatId,
                place().lines(language),
                street,
                line2,
                postalCode,
                city,
                country,
                email,
                phone,
                website,
                iban,
                bic,
                bank,
                currency,
                timeZone);
    }

    private PostalAddress place() {
        return new PostalAddress(street, line2, postalCode, city, country);
    }

    public Vendor {
        if (address == null || address.isEmpty()) {
            address = new PostalAddress(street, line2, postalCode, city, country).lines(Locale.ENGLISH); // see in
        }
    }
}
