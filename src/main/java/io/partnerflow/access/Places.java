package io.partnerflow.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which organisations a user may act: its own (H-09), and those linked to a reseller it belongs to (H-12). */
@Component
class Places {

    private static final String IS_RESELLER =
            "EXISTS (SELECT 1 FROM reseller s WHERE s.organisation_id = o.id AND s.status = 'ACTIVE')";

    private final JdbcClient database;

    Places(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param chosen organisation to act for; null for the first
     * @return acting for the first where it may not act for the chosen one; empty without any organisation
     */
    Optional<Caller> caller(Users.User user, @Nullable UUID chosen) {
        return caller(user, chosen, null);
    }

    /** @param only of the user's own organisations, the one a key belongs to; null for all */
    Optional<Caller> caller(Users.User user, @Nullable UUID chosen, @Nullable UUID only) {
        var places = new ArrayList<>(own(user.id()));
        places.removeIf(place -> only != null && !place.organisation().equals(only));
        if (places.isEmpty()) {
            return Optional.empty();
        }
        if (chosen != null && !contains(places, chosen)) {
            linked(user.id(), chosen, only).ifPresent(places::add);
        }
        var acting = chosen != null && contains(places, chosen)
                ? chosen
                : places.get(0).organisation();
        return Optional.of(
                new Caller(user.id(), user.email(), user.name(), user.language(), List.copyOf(places), acting));
    }

    private static boolean contains(List<Caller.Membership> places, UUID organisation) {
        return places.stream().anyMatch(place -> place.organisation().equals(organisation));
    }

    private List<Caller.Membership> own(UUID user) {
        return database.sql("""
                        SELECT m.organisation_id, o.name, m.role, %s AS reseller
                        FROM membership m JOIN organisation o ON o.id = m.organisation_id
                        WHERE m.user_id = ? ORDER BY reseller DESC, o.name""".formatted(IS_RESELLER))
                .param(user)
                .query((row, number) -> new Caller.Membership(
                        row.getObject("organisation_id", UUID.class),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("reseller"),
                        null))
                .list();
    }

    /** As far as both the user's role at the reseller and the link let it; the farthest way if there are several. */
    private Optional<Caller.Membership> linked(UUID user, UUID organisation, @Nullable UUID only) {
        return database
                .sql("""
                        SELECT o.id, o.name, m.role, l.role AS link_role, %s AS reseller, v.id AS via, v.name AS via_name
                        FROM membership m
                        JOIN reseller_link l ON l.reseller_id = m.organisation_id AND l.until IS NULL
                        JOIN organisation o ON o.id = l.customer_id
                        JOIN organisation v ON v.id = l.reseller_id
                        WHERE m.user_id = ? AND l.customer_id = ? AND EXISTS (
                            SELECT 1 FROM reseller r WHERE r.organisation_id = v.id AND r.status = 'ACTIVE')""".formatted(IS_RESELLER))
                .params(user, organisation)
                .query((row, number) -> new Caller.Membership(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")).atMost(Role.valueOf(row.getString("link_role"))),
                        row.getBoolean("reseller"),
                        new Caller.Via(row.getObject("via", UUID.class), row.getString("via_name"))))
                .list()
                .stream()
                .filter(place -> only == null || place.via().reseller().equals(only))
                .max(Comparator.comparing(place -> place.role()));
    }
}
