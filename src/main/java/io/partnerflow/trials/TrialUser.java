package io.partnerflow.trials;

import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.Objects;

/** A row of {@code trial_user}: somebody who can log in. */
@Embeddable
class TrialUser {

    private String email;
    private String name;
    private String language;
    private int revision;

    protected TrialUser() {} // for JPA

    static TrialUser of(TrialPerson person, int revision) {
        var user = new TrialUser();
        user.email = person.who().email().value();
        user.name = person.who().name();
        user.language = person.language();
        user.revision = revision;
        return user;
    }

    TrialPerson person() {
        return new TrialPerson(new NamedEmail(name, EmailAddress.of(email)), language);
    }

    /** The revision of the list with which this person came. */
    int revision() {
        return revision;
    }

    boolean hasAddress(TrialPerson person) {
        return key().equals(person.who().email().value().toLowerCase(Locale.ROOT));
    }

    private String key() {
        return email.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrialUser user
                && user.email.equals(email)
                && user.name.equals(name)
                && user.language.equals(language)
                && user.revision == revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(email, revision);
    }
}
