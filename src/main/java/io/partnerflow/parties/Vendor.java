package io.partnerflow.parties;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The company that runs this installation: legal issuer of invoices, party to agreements.
 *
 * @param country ISO 3166-1 alpha-2
 * @param currency ISO 4217, of its price lists and invoices
 * @param timeZone in which its calendar days begin and end
 */
@Validated
@ConfigurationProperties("partnerflow.vendor")
public record Vendor(
        @NotBlank String name,
        @NotBlank String registrationNumber,
        @NotBlank String vatId,
        @NotBlank @Size(min = 2, max = 2) String country,
        @NotBlank String line1,
        @NotBlank String postalCode,
        @NotBlank String city,
        @NotBlank String email,
        String phone,
        @NotBlank @Size(min = 3, max = 3) String currency,
        @NotBlank String bank,
        @NotBlank String iban,
        @NotBlank String bic,
        @NotNull ZoneId timeZone) {}
