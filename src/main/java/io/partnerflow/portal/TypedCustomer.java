package io.partnerflow.portal;

import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.Party;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What stands in the fields of a customer's data, by the names the module knows them by. */
record TypedCustomer(Map<String, String> values) {

    static final List<String> FIELDS = List.of(
            "name",
            "country",
            "registrationNumber",
            "vatId",
            "address.line1",
            "address.line2",
            "address.postalCode",
            "address.city",
            "email",
            "language");

    static TypedCustomer of(Party party) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", party.name());
        values.put("country", party.country());
        values.put("registrationNumber", party.registrationNumber());
        values.put("vatId", Objects.toString(party.vatId(), ""));
        values.put("address.line1", party.address().line1());
        values.put("address.line2", Objects.toString(party.address().line2(), ""));
        values.put("address.postalCode", party.address().postalCode());
        values.put("address.city", party.address().city());
        values.put("email", party.email());
        values.put("language", party.language());
        return new TypedCustomer(values);
    }

    /** @param before what stands before the names, such as {@code was.}; a field that was not sent is empty */
    static TypedCustomer of(Map<String, String> sent, String before) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(
                field -> values.put(field, sent.getOrDefault(before + field, "").strip()));
        return new TypedCustomer(values);
    }

    /** What has another value there. */
    List<String> otherIn(TypedCustomer there) {
        return FIELDS.stream()
                .filter(field -> !get(field).equals(there.get(field)))
                .toList();
    }

    /** What was typed, and where nothing was, what stands there now. @param was with what the typing began */
    TypedCustomer onTopOf(TypedCustomer now, TypedCustomer was) {
        var values = new LinkedHashMap<>(now.values);
        otherIn(was).forEach(field -> values.put(field, get(field)));
        return new TypedCustomer(values);
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    NewParty party() {
        return new NewParty(
                get("name"),
                get("country"),
                get("registrationNumber"),
                get("vatId"),
                get("email"),
                get("language"),
                new Address(
                        get("address.line1"), get("address.line2"), get("address.postalCode"), get("address.city")));
    }
}
