package io.partnerflow.conversations;

import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.access.Users.User;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letter that tells a reseller's people of an answer. */
@Component
class AnswerLetters {

    private static final int MOST = 20;

    private final Postman postman;
    private final Users users;
    private final Organisations organisations;
    private final PortalAddress portal;
    private final JdbcClient database;

    AnswerLetters(
            Postman postman, Users users, Organisations organisations, PortalAddress portal, JdbcClient database) {
        this.postman = postman;
        this.users = users;
        this.organisations = organisations;
        this.portal = portal;
        this.database = database;
    }

    private record Reader(String email, String name, Locale language) {}

    void answered(Subject subject, long message, String text) {
        var customer = organisations.get(subject.customer()).name();
        readers(subject)
                .forEach(reader -> postman.send(new Letter(
                        "message-answered/%d/%s".formatted(message, reader.email()),
                        reader.email(),
                        reader.name(),
                        "message-answered",
                        reader.language(),
                        Map.of(
                                "number",
                                subject.number(),
                                "customer",
                                customer,
                                "message",
                                text,
                                "page",
                                portal.of("/messages/" + subject.number())),
                        subject.number())));
    }

    /** Those who have written in the thread; who may order, if they have all left; at last the organisation itself. */
    private List<Reader> readers(Subject subject) {
        var members = users.of(subject.reseller());
        var writers = writers(subject.number());
        var wrote = members.stream()
                .filter(User::active)
                .filter(user -> writers.contains(user.id().toString()))
                .toList();
        var people = wrote.isEmpty()
                ? Stream.of(Role.ORDER, Role.ADMIN)
                        .flatMap(role -> users.of(subject.reseller(), role).stream())
                        .toList()
                : wrote;
        var party = organisations.get(subject.reseller());
        return people.isEmpty()
                ? List.of(new Reader(party.email(), party.name(), Locale.forLanguageTag(party.language())))
                : people.stream()
                        .limit(MOST)
                        .map(user -> new Reader(user.email(), user.name(), user.language()))
                        .toList();
    }

    private Set<String> writers(String number) {
        return Set.copyOf(database.sql("""
                        SELECT DISTINCT author FROM conversation_message WHERE number = ? AND side = 'RESELLER'""").param(number).query(String.class).list());
    }
}
