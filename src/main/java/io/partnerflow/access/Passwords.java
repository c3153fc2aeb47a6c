package io.partnerflow.access;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people come to a password: by the link of an invitation, or by one they ask for. */
@Service
@Transactional
public class Passwords {

    private final Users users;
    private final PasswordLinks links;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final Postman postman;
    private final Clock clock;

    Passwords(Users users, PasswordLinks links, PasswordRules rules, Sessions sessions, Postman postman, Clock clock) {
        this.users = users;
        this.links = links;
        this.rules = rules;
        this.sessions = sessions;
        this.postman = postman;
        this.clock = clock;
    }

    /**
     * Whose password the link sets. Looking does not use it up.
     *
     * @throws NotFound if the link is unknown, used or expired
     */
    @Transactional(readOnly = true)
    public Users.User whose(String token) {
        return users.get(links.look(token)).orElseThrow();
    }

    /**
     * Sets the password, uses the link up, and ends whatever sessions the user has.
     *
     * @throws Invalid at {@code password} or {@code repeated}; the link stays good
     * @throws NotFound if the link is unknown, used or expired
     */
    public void set(String token, String password, String repeated) {
        var user = whose(token);
        check(user, password, repeated);
        users.setPassword(links.use(token), password);
        sessions.endOf(user.id());
    }

    /**
     * The first password of somebody who has proved to read its mail.
     *
     * @throws Invalid at {@code password} or {@code repeated}
     * @throws NotFound if there is no such user, or it has a password
     */
    public void first(UUID user, String password, String repeated) {
        var person = users.get(user).filter(Users.User::invited).orElseThrow(() -> new NotFound("user", user));
        check(person, password, repeated);
        users.setPassword(user, password);
    }

    private void check(Users.User user, String password, String repeated) {
        rules.check(password, user.email());
        if (!password.equals(repeated)) {
            throw Invalid.field("repeated", "password-differs", "invalid.password-differs");
        }
    }

    /** Sends a link to set a new password, if there is such a user; who asks cannot tell. */
    public void forgotten(String email) {
        EmailAddress.parse(email)
                .flatMap(address -> users.byEmail(address.value()))
                .ifPresent(this::sendLink);
    }

    private void sendLink(Users.User user) {
        var link = links.issue(user.id(), PasswordLinks.FOR_FORGETFUL);
        postman.send(new Letter(
                "password-forgotten/%s/%d".formatted(user.id(), clock.millis()),
                user.email(),
                user.name(),
                "password-forgotten",
                user.language(),
                Map.of("email", user.email(), "link", link),
                "password"));
    }
}
