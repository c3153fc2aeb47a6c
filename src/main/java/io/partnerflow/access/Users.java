package io.partnerflow.access;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Languages;
import io.partnerflow.shared.Typed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People with a log-in to the portal (H-02) and the organisations they belong to. */
@Service
@Transactional
public class Users {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    Users(JdbcClient database, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A user as others see it.
     *
     * @param timeZone in which it reads times; null for the vendor's
     * @param invited  until a password has been set
     */
    public record User(
            UUID id,
            String email,
            String name,
            Locale language,
            @Nullable ZoneId timeZone,
            boolean invited,
            boolean active) {}

    /** Makes sure there is a user with this address; a new one cannot log in before a password is set. */
    public User invite(String email, String name, String language) {
        var address = email.toLowerCase(Locale.ROOT);
        var id = UUID.randomUUID();
        var created =
                database.sql("""
                        INSERT INTO user_account (id, email, name, language, status, created_at, version)
                        VALUES (?, ?, ?, ?, 'INVITED', ?, 0) ON CONFLICT (email) DO NOTHING""").params(id, address, name, language, now()).update();
        if (created == 1) {
            audit.record("user-invited", id.toString(), address);
        }
        return byEmail(address).orElseThrow();
    }

    /** Gives the user a place in the organisation, or another role in it. */
    public void join(UUID user, UUID organisation, Role role) {
        database.sql("""
                        INSERT INTO membership (user_id, organisation_id, role, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (user_id, organisation_id) DO UPDATE SET role = excluded.role""").params(user, organisation, role.name(), now()).update();
        audit.record("membership-granted", user.toString(), role + " in " + organisation);
    }

    /**
     * Takes the user's place in the organisation away, from its next click on.
     *
     * @return false if it had none
     */
    public boolean leave(UUID user, UUID organisation) {
        var left = database.sql("DELETE FROM membership WHERE user_id = ? AND organisation_id = ?")
                .params(user, organisation)
                .update();
        if (left == 1) {
            audit.record("membership-ended", user.toString(), "in " + organisation);
        }
        return left == 1;
    }

    /** Whether anybody belongs to the organisation. */
    @Transactional(readOnly = true)
    public boolean anyIn(UUID organisation) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM membership WHERE organisation_id = ?)")
                .param(organisation)
                .query(Boolean.class)
                .single();
    }

    /** Which of the organisations somebody belongs to. */
    @Transactional(readOnly = true)
    public Set<UUID> anyIn(Collection<UUID> organisations) {
        return organisations.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("""
                                SELECT DISTINCT organisation_id FROM membership
                                WHERE organisation_id IN (SELECT id::uuid FROM json_array_elements_text(:ids::json) r (id))""")
                        .param(
                                "ids",
                                organisations.stream()
                                        .map(id -> '"' + id.toString() + '"')
                                        .collect(Collectors.joining(",", "[", "]")))
                        .query(UUID.class)
                        .list());
    }

    /** Those who can act for the organisation in this role, by name; not who has still to choose a password. */
    @Transactional(readOnly = true)
    public List<User> of(UUID organisation, Role role) {
        return database.sql("""
                        SELECT u.* FROM user_account u JOIN membership m ON m.user_id = u.id
                        WHERE m.organisation_id = ? AND m.role = ? AND u.status = 'ACTIVE' ORDER BY u.name""")
                .params(organisation, role.name())
                .query(Users::read)
                .list();
    }

    /** @param password already checked against {@link PasswordRules} */
    public void setPassword(UUID user, String password) {
        database.sql("UPDATE user_account SET password_hash = ?, status = 'ACTIVE', version = version + 1 WHERE id = ?")
                .params(passwords.encode(password), user)
                .update();
        audit.record("password-set", user.toString(), null);
    }

    /**
     * How the user is called, and reads from now on: pages, and letters to it.
     *
     * @param language code of an offered language
     * @param timeZone id of a region such as {@code Europe/Stockholm}; empty for the vendor's
     * @throws Invalid with every bad one of {@code name}, {@code language}, {@code timeZone}
     */
    public User prefer(UUID user, String name, String language, String timeZone) {
        var problems = new Invalid.Collector();
        var called = Typed.line("name", name, LONGEST_NAME, problems);
        if (!Languages.isOffered(language)) {
            problems.reject("language", "language-not-offered", language, language, Languages.codes());
        }
        if (!timeZone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            problems.reject("timeZone", "time-zone-unknown", timeZone, timeZone);
        }
        problems.throwIfAny();
        database.sql("""
                        UPDATE user_account SET name = ?, language = ?, time_zone = nullif(?, ''), version = version + 1
                        WHERE id = ?""").params(called, language, timeZone, user).update();
        audit.record("user-preferences-changed", user.toString(), (language + " " + timeZone).strip());
        return get(user).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<User> byEmail(String email) {
        return database.sql("SELECT * FROM user_account WHERE email = ?")
                .param(email.toLowerCase(Locale.ROOT))
                .query(Users::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<User> get(UUID id) {
        return database.sql("SELECT * FROM user_account WHERE id = ?")
                .param(id)
                .query(Users::read)
                .optional();
    }

    /** The users of an organisation, by name. */
    @Transactional(readOnly = true)
    public List<User> of(UUID organisation) {
        return database.sql("""
                        SELECT u.* FROM user_account u JOIN membership m ON m.user_id = u.id
                        WHERE m.organisation_id = ? ORDER BY u.name""").param(organisation).query(Users::read).list();
    }

    /** Who sent the current request; where a program did, who made its key. */
    @Transactional(readOnly = true)
    Optional<User> loggedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof PortalUser user) {
            return get(user.id()).filter(User::active);
        }
        return key().flatMap(key -> get(key.maker())).filter(User::active);
    }

    /** The key the current request came with; empty where a person itself sent it. */
    static Optional<KeyHolder> key() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof KeyHolder key
                ? Optional.of(key)
                : Optional.empty();
    }

    /** The stored hash of an active user's password; empty if there is no such user or it cannot log in. */
    Optional<String> passwordHash(String email) {
        return database.sql("SELECT password_hash FROM user_account WHERE email = ? AND status = 'ACTIVE'")
                .param(email.toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static User read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var zone = row.getString("time_zone");
        return new User(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("language")),
                zone == null ? null : ZoneId.of(zone),
                "INVITED".equals(row.getString("status")),
                "ACTIVE".equals(row.getString("status")));
    }
}
