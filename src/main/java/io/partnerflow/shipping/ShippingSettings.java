package io.partnerflow.shipping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param receiptReminder how long after a shipment left its receipt is asked for
 * @param receiptDeadline how long until the logistics desk clarifies what became of it; longer than the reminder
 * @param receiptLink how long the customer's link to confirm works
 * @param carrierSecret that carriers sign their messages with; empty: no message of a carrier is taken
 * @param carriers who may carry
 */
@Validated
@ConfigurationProperties("partnerflow.shipping")
record ShippingSettings(
        @NotNull @DefaultValue("5d") Duration receiptReminder,
        @NotNull @DefaultValue("10d") Duration receiptDeadline,
        @NotNull @DefaultValue("90d") Duration receiptLink,
        @NotNull @DefaultValue("") String carrierSecret,
        @NotEmpty List<@Valid Carrier> carriers) {

    ShippingSettings {
        if (receiptReminder.isNegative() || receiptReminder.compareTo(receiptDeadline) >= 0) {
            throw new IllegalArgumentException(
                    "partnerflow.shipping.receipt-reminder must be shorter than receipt-deadline");
        }
        carriers = List.copyOf(carriers);
    }

    /**
     * @param name what people read
     * @param trackingUrl of the page about a parcel, {@code {number}} for its number; null if there is no such page
     */
    record Carrier(
            @Pattern(regexp = "[a-z0-9-]{2,32}") String code,
            @NotBlank String name,

            @Nullable @Pattern(regexp = "https://.*\\{number}.*")
            String trackingUrl) {

        @Nullable
        String page(@Nullable String trackingNumber) {
            return trackingUrl == null || trackingNumber == null
                    ? null
                    : trackingUrl.replace("{number}", trackingNumber);
        }
    }

    Optional<Carrier> carrier(String code) {
        return carriers.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
