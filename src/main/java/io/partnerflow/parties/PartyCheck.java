package io.partnerflow.parties;

import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Languages;
import io.partnerflow.shared.RegistrationNumber;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VatId;
import java.util.Locale;

/** Whether what somebody tells about an organisation can be true; the same for every way an organisation comes in. */
public final class PartyCheck {

    private final String path;
    private final Invalid.Collector problems;

    private PartyCheck(String path, Invalid.Collector problems) {
        this.path = path;
        this.problems = problems;
    }

    /**
     * Checks every field and brings numbers, addresses and codes into their normal form.
     *
     * @param path what stands before each field's name in the caller's words, such as {@code organisation.}
     * @param typed as it came in; null stands for what was left out
     * @param problems takes every bad field; if it took none, the answer can be registered
     */
    public static NewParty check(String path, NewParty typed, Invalid.Collector problems) {
        return new PartyCheck(path, problems).check(typed);
    }

    private NewParty check(NewParty typed) {
        var name = Typed.line(path + "name", typed.name(), 200, problems);
        var country = country(typed.country());
        return new NewParty(
                name,
                country,
                registrationNumber(country, typed.registrationNumber()),
                vatId(country, typed.vatId()),
                Typed.email(path + "email", typed.email(), problems),
                language(typed.language()),
                address(typed.address()));
    }

    private String country(String typed) {
        var field = path + "country";
        var code = Typed.line(field, typed, 100, problems).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !Countries.exists(code)) {
            problems.reject(field, "country-unknown", typed, typed);
            return "";
        }
        return code;
    }

    private String registrationNumber(String country, String typed) {
        var field = path + "registrationNumber";
        var number = Typed.line(field, typed, 40, problems);
        return number.isEmpty() || country.isEmpty()
                ? number
                : RegistrationNumber.check(field, country, number, problems)
                        .map(RegistrationNumber::value)
                        .orElse("");
    }

    private String vatId(String country, String typed) {
        var field = path + "vatId";
        var number = Typed.optionalLine(field, typed, 40, problems);
        return number == null || country.isEmpty()
                ? number
                : VatId.check(field, country, number, problems)
                        .map(VatId::value)
                        .orElse(null);
    }

    private String language(String typed) {
        var field = path + "language";
        var code = Typed.line(field, typed, 35, problems).toLowerCase(Locale.ROOT);
        if (!code.isEmpty() && !Languages.isOffered(code)) {
            problems.reject(field, "language-not-offered", typed, typed, Languages.codes());
        }
        return code;
    }

    private Address address(Address typed) {
        var lines = typed == null ? new Address(null, null, null, null) : typed;
        return new Address(
                Typed.line(path + "address.line1", lines.line1(), 200, problems),
                Typed.optionalLine(path + "address.line2", lines.line2(), 200, problems),
                Typed.line(path + "address.postalCode", lines.postalCode(), 20, problems),
                Typed.line(path + "address.city", lines.city(), 100, problems));
    }
}
