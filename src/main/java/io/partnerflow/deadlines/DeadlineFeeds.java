package io.partnerflow.deadlines;

import io.partnerflow.access.Caller;
import io.partnerflow.access.Users;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.PortalAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deadlines of a reseller for somebody's own calendar, under an address only that person knows. It shows names and days,
 * changes nothing, and stops with the next fetch when it is revoked or its user no longer belongs to the reseller.
 */
@ModuleService
public class DeadlineFeeds {

    private static final int DAYS_BACK = 30;
    private static final int MOST = 2000;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Deadlines deadlines;
    private final Users users;
    private final Organisations organisations;
    private final PortalAddress portal;
    private final MessageSource messages;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    DeadlineFeeds(
            JdbcClient database,
            Deadlines deadlines,
            Users users,
            Organisations organisations,
            PortalAddress portal,
            MessageSource messages,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.database = database;
        this.deadlines = deadlines;
        this.users = users;
        this.organisations = organisations;
        this.portal = portal;
        this.messages = messages;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** @param fetchedAt when a calendar last asked for it; null if none has */
    public record Feed(Instant createdAt, @Nullable Instant fetchedAt) {}

    /** The caller's own that works; its address cannot be shown again. */
    @Transactional(readOnly = true)
    public Optional<Feed> of(Caller caller) {
        return database.sql("""
                        SELECT created_at, fetched_at FROM deadline_feed
                        WHERE user_id = ? AND reseller_id = ? AND revoked_at IS NULL""")
                .params(caller.userId(), caller.reseller())
                .query((row, i) -> new Feed(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("fetched_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .optional();
    }

    /**
     * Makes an address; an earlier one stops working.
     *
     * @return the address, to be shown once
     */
    public String create(Caller caller) {
        revoke(caller);
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("INSERT INTO deadline_feed (secret_hash, user_id, reseller_id, created_at) VALUES (?, ?, ?, ?)")
                .params(hash(secret), caller.userId(), caller.mustBelong().reseller(), now())
                .update();
        audit.record("deadline-feed-created", caller.reseller().toString(), caller.email());
        return portal.of("/link/calendar/%s.ics".formatted(secret));
    }

    /** From now on the caller's address answers nobody. Without one nothing happens. */
    public void revoke(Caller caller) {
        var revoked = database.sql("""
                        UPDATE deadline_feed SET revoked_at = ?
                        WHERE user_id = ? AND reseller_id = ? AND revoked_at IS NULL""")
                .params(now(), caller.userId(), caller.reseller())
                .update();
        if (revoked == 1) {
            audit.record("deadline-feed-revoked", caller.reseller().toString(), caller.email());
        }
    }

    /** @return the calendar; empty if the address is unknown, revoked, or its user does not belong to the reseller any more */
    public Optional<String> read(String secret) {
        return database.sql("""
                        UPDATE deadline_feed SET fetched_at = ? WHERE secret_hash = ? AND revoked_at IS NULL
                        RETURNING user_id, reseller_id""")
                .params(now(), hash(secret))
                .query((row, i) -> new Owner(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .flatMap(owner -> users.of(owner.reseller()).stream()
                        .filter(user -> user.active() && user.id().equals(owner.user()))
                        .findFirst()
                        .map(user -> file(owner.reseller(), user)));
    }

    private record Owner(UUID user, UUID reseller) {}

    private String file(UUID reseller, Users.User user) {
        var from = calendar.today().minusDays(DAYS_BACK);
        var events = deadlines.first(reseller, DeadlineFilter.between(from, null), MOST).stream()
                .map(one -> event(one, user))
                .toList();
        return new CalendarFile(organisations.get(reseller).name(), events).text(calendar.now());
    }

    private CalendarFile.Event event(Deadline one, Users.User user) {
        var kind = one.kind().name();
        return new CalendarFile.Event(
                "%s-%s@partnerflow".formatted(kind.toLowerCase(java.util.Locale.ROOT), one.subject()),
                one.day(),
                messages.getMessage("deadline.summary." + kind, new Object[] {one.customerName()}, user.language()),
                messages.getMessage(
                        "deadline.description." + kind,
                        new Object[] {one.subject(), one.customerName()},
                        user.language()),
                portal.of(one.path()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
