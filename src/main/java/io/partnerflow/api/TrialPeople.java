package io.partnerflow.api;

import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Languages;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.Typed;
import io.partnerflow.trials.TrialPerson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Schema(name = "TrialUser", description = "Somebody who can log in.")
record TrialPeople(
        @Schema(example = "anna@brfeken.example") @Nullable String email,

        @Schema(example = "Anna Ek", maxLength = 100) @Nullable
        String name,

        @Schema(description = "Of letters to this person, BCP 47; the organisation's without it.", example = "sv")
        @Nullable
        String language) {

    static TrialPeople of(TrialPerson person) {
        return new TrialPeople(
                person.who().email().value(),
                person.who().name().isEmpty() ? null : person.who().name(),
                person.language());
    }

    /** @param problems takes every bad field, such as {@code users[0].email} */
    static List<TrialPerson> checked(
            @Nullable List<TrialPeople> users, String usualLanguage, Invalid.Collector problems) {
        var people = new ArrayList<TrialPerson>();
        var seen = new HashSet<String>();
        for (var user : users == null ? List.<TrialPeople>of() : users) {
            var path = "users[%d].".formatted(people.size());
            var person = user == null ? new TrialPeople(null, null, null) : user;
            var email = Typed.email(path + "email", person.email(), problems);
            if (!email.isEmpty() && !seen.add(email.toLowerCase(Locale.ROOT))) {
                problems.reject(path + "email", "email-twice", email);
            }
            var name = Typed.optionalLine(path + "name", person.name(), 100, problems);
            var language = person.language() == null ? usualLanguage : person.language();
            if (!Languages.isOffered(language)) {
                problems.reject(path + "language", "language-not-offered", language, language, Languages.codes());
            }
            people.add(new TrialPerson(new NamedEmail(name == null ? "" : name, address(email)), language));
        }
        return people;
    }

    /** A refused address is replaced by one that is never used, so that the check can go on to the next person. */
    private static EmailAddress address(String email) {
        return EmailAddress.of(email.isEmpty() ? "refused@invalid.example" : email);
    }
}
