package io.partnerflow.team;

import io.partnerflow.access.Users;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letters to people who come into a team or leave it. */
@Component
class TeamLetters {

    private final Postman postman;
    private final Organisations organisations;
    private final Resellers resellers;
    private final Clock clock;

    TeamLetters(Postman postman, Organisations organisations, Resellers resellers, Clock clock) {
        this.postman = postman;
        this.organisations = organisations;
        this.resellers = resellers;
        this.clock = clock;
    }

    void invited(TeamInvitation invitation, String link, boolean known) {
        var letter = new Letter(
                "team-invited/%s/%d".formatted(invitation.id(), invitation.round()),
                invitation.email(),
                invitation.name(),
                "team-invited",
                Locale.forLanguageTag(
                        organisations.get(invitation.organisation()).language()),
                Map.of(
                        "organisation", invitation.organisationName(),
                        "by", invitation.invitedBy(),
                        "role", invitation.role().name(),
                        "until", invitation.expiresAt(),
                        "known", known,
                        "link", link),
                "team");
        postman.send(resellers
                .lookOf(invitation.organisation())
                .map(letter::inTheNameOf)
                .orElse(letter));
    }

    void removed(Users.User person, String organisationName, UUID organisation) {
        postman.send(new Letter(
                "team-removed/%s/%s/%d".formatted(organisation, person.id(), clock.millis()),
                person.email(),
                person.name(),
                "team-removed",
                person.language(),
                Map.of("organisation", organisationName),
                "team"));
    }
}
