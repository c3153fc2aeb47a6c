package io.partnerflow.einvoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Under which scheme a country's companies are known to a machine; data in {@code einvoice/identifiers.properties}.
 */
final class Identifiers {

    /**
     * A number and whose it is.
     *
     * @param scheme code of ISO 6523 or of the list of electronic address schemes
     */
    record Identifier(String scheme, String value) {}

    private static final Properties SCHEMES = published();

    private Identifiers() {}

    /** The number in the country's business register (BT-30, BT-47) with its scheme; empty if that has none. */
    static Optional<Identifier> registration(TradeParty party) {
        return Optional.ofNullable(party.registrationNumber())
                .flatMap(number -> scheme(party, "registration").map(scheme -> new Identifier(scheme, plain(number))));
    }

    /**
     * Where documents are delivered to (BT-34, BT-49): the first of the country's schemes for which the party has a
     * number.
     */
    static Optional<Identifier> address(TradeParty party, @Nullable String vatId) {
        var byRegistration =
                scheme(party, "address.registration").flatMap(scheme -> identifier(scheme, party.registrationNumber()));
        return byRegistration.or(() -> scheme(party, "address.vat").flatMap(scheme -> identifier(scheme, vatId)));
    }

    /** Letters and digits only, as registers exchange it. */
    static String plain(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "");
    }

    private static Optional<Identifier> identifier(String scheme, @Nullable String number) {
        var parts = scheme.split(" ");
        return Optional.ofNullable(number)
                .map(value -> new Identifier(parts[0], (parts.length > 1 ? parts[1] : "") + plain(value)));
    }

    private static Optional<String> scheme(TradeParty party, String use) {
        return Optional.ofNullable(SCHEMES.getProperty(party.country() + "." + use));
    }

    private static Properties published() {
        try (var file = Identifiers.class.getResourceAsStream("/einvoice/identifiers.properties")) {
            var schemes = new Properties();
            schemes.load(file);
            return schemes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
