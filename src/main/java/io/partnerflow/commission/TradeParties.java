package io.partnerflow.commission;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.documents.Vendor;
import io.partnerflow.einvoice.TradeParty;
import io.partnerflow.parties.Party;

/** Both sides of a self-billed document, as they are today. */
final class TradeParties {

    private TradeParties() {}

    static TradeParty of(Party party) {
        var address = party.address();
        return new TradeParty(
                party.name(),
                party.registrationNumber(),
                party.vatId(),
                address.line1(),
                address.line2(),
                address.postalCode(),
                address.city(),
                party.country(),
                party.email(),
                null);
    }

    static TradeParty of(Vendor vendor) {
        return new TradeParty(
                vendor.name(),
                vendor.registrationNumber(),
                vendor.vatId(),
                vendor.street(),
                vendor.line2(),
                vendor.postalCode(),
                vendor.city(),
                vendor.country(),
                vendor.email(),
                vendor.phone());
    }

    static Addressee addressee(Party party) {
        var address = party.address();
        return Addressee.at(
                new PostalAddress(
                        address.line1(), address.line2(), address.postalCode(), address.city(), party.country()),
                CommissionWords.languageOf(party),
                party.name(),
                party.registrationNumber(),
                party.vatId(),
                party.email());
    }
}
