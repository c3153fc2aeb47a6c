package io.partnerflow.access;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people become users: somebody vouches for them, a letter lets them in. */
@Service
@Transactional
public class Invitations {

    private final Users users;
    private final Organisations organisations;
    private final Resellers resellers;
    private final PasswordLinks links;
    private final Postman postman;

    Invitations(Users users, Organisations organisations, Resellers resellers, PasswordLinks links, Postman postman) {
        this.users = users;
        this.organisations = organisations;
        this.resellers = resellers;
        this.links = links;
        this.postman = postman;
    }

    /** Who is invited, and the language of the letter. */
    public record Guest(String email, String name, Locale language) {}

    /**
     * Gives somebody a place in an organisation. Who has no password yet gets a letter with a link to set one; who has
     * one is told where it works now.
     *
     * @param occasion number of what led to it, such as {@code RA-2026-000001}; one letter per occasion and guest
     */
    public Users.User invite(Guest guest, UUID organisation, Role role, String occasion) {
        var user = users.invite(guest.email(), guest.name(), guest.language().toLanguageTag());
        users.join(user.id(), organisation, role);
        var letter = new Letter(
                "user-invited/%s/%s".formatted(occasion, user.id()),
                user.email(),
                user.name(),
                "user-invited",
                guest.language(),
                Map.of(
                        "name", user.name(),
                        "email", user.email(),
                        "organisation", organisations.get(organisation).name(),
                        "link", user.invited() ? links.issue(user.id(), PasswordLinks.FOR_INVITED) : ""),
                occasion);
        postman.send(resellers.lookOf(organisation).map(letter::inTheNameOf).orElse(letter));
        return user;
    }
}
