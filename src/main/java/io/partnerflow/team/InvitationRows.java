package io.partnerflow.team;

import io.partnerflow.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of invitations; only open ones are ever read again. */
@Component
class InvitationRows {

    static final Duration VALID = Duration.ofDays(14);

    private static final String OPEN = """
            SELECT i.*, o.name AS organisation_name, u.email, b.name AS invited_by_name FROM team_invitation i
            JOIN organisation o ON o.id = i.organisation_id
            JOIN user_account u ON u.id = i.user_id
            JOIN user_account b ON b.id = i.invited_by
            WHERE i.status = 'OPEN' AND\s""";

    private final JdbcClient database;
    private final Clock clock;

    InvitationRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws DuplicateKeyException if one is open for this person */
    UUID open(UUID organisation, UUID user, String name, Role role, UUID by) {
        var id = UUID.randomUUID();
        database.sql("""
                        INSERT INTO team_invitation (id, organisation_id, user_id, name, role, invited_by, status, round,
                            invited_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, 'OPEN', 1, ?, ?)""")
                .params(id, organisation, user, name, role.name(), by, now(), now().plus(VALID))
                .update();
        return id;
    }

    /** It goes out once more and is good for as long as a new one. */
    void again(UUID id) {
        database.sql("UPDATE team_invitation SET round = round + 1, expires_at = ? WHERE id = ? AND status = 'OPEN'")
                .params(now().plus(VALID), id)
                .update();
    }

    /** @return false if it is not open any more, or too old to be accepted */
    boolean close(UUID id, String status) {
        return database.sql("""
                        UPDATE team_invitation SET status = :status, answered_at = :now
                        WHERE id = :id AND status = 'OPEN' AND (:status <> 'ACCEPTED' OR expires_at > :now)""")
                        .param("status", status)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<TeamInvitation> find(UUID id) {
        return database.sql(OPEN + "i.id = ?").param(id).query(this::read).optional();
    }

    List<TeamInvitation> of(UUID organisation) {
        return database.sql(OPEN + "i.organisation_id = ? ORDER BY i.invited_at DESC")
                .param(organisation)
                .query(this::read)
                .list();
    }

    /** Those that can be accepted still. */
    List<TeamInvitation> to(UUID user) {
        return database.sql(OPEN + "i.user_id = ? AND i.expires_at > ? ORDER BY i.invited_at DESC")
                .params(user, now())
                .query(this::read)
                .list();
    }

    private TeamInvitation read(ResultSet row, int number) throws SQLException {
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        return new TeamInvitation(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation_name"),
                row.getObject("user_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("invited_by_name"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                expires.toInstant(),
                row.getInt("round"),
                !expires.isAfter(now()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
