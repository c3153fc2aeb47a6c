package io.partnerflow.access;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys by which programs call the API for an organisation: made and revoked by its administrators. */
@Service
@Transactional
public class ApiKeys {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LIFE_YEARS = 5;

    private final SecureRandom random = new SecureRandom();
    private final ApiKeyRows rows;
    private final ApiKeySettings settings;
    private final KeyAnnouncements announcements;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    ApiKeys(
            ApiKeyRows rows,
            ApiKeySettings settings,
            KeyAnnouncements announcements,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.rows = rows;
        this.settings = settings;
        this.announcements = announcements;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * A key that is wanted.
     *
     * @param name     to tell it from others, at most 80 characters
     * @param scopes   what it may, see {@link ApiScopes}
     * @param lastDay  on which it works, in the vendor's calendar; null for no end
     */
    public record NewKey(
            String name, Set<String> scopes, @Nullable LocalDate lastDay) {}

    /** @param secret of the key; nobody can read it again */
    public record Made(ApiKey key, String secret) {}

    /**
     * Makes a key. Every administrator of the organisation is told by mail.
     *
     * @throws io.partnerflow.shared.Forbidden if the caller is no administrator that belongs to the organisation
     * @throws Invalid with every bad one of {@code name}, {@code scopes}, {@code lastDay}
     * @throws Conflict {@code too-many-api-keys}
     */
    public Made make(Caller caller, NewKey wanted) {
        caller.mustBeAdministrator();
        var name = checked(wanted);
        var now = calendar.now();
        if (rows.working(caller.actingFor(), now) >= settings.perOrganisation()) {
            throw new Conflict("too-many-api-keys", settings.perOrganisation());
        }
        var secret = KeySecret.random(random);
        var ends = wanted.lastDay() == null
                ? null
                : calendar.startOfDay(wanted.lastDay().plusDays(1));
        var key = new ApiKey(
                UUID.randomUUID(),
                name,
                secret.prefix(),
                new TreeSet<>(wanted.scopes()),
                caller.name(),
                now,
                ends,
                null,
                null,
                null,
                null,
                ApiKey.State.ACTIVE);
        rows.insert(key, secret, caller.actingFor(), caller.userId());
        audit.record(
                "api-key-made",
                caller.actingFor().toString(),
                "%s (%s…): %s".formatted(name, key.prefix(), String.join(" ", key.scopes())));
        announcements.made(caller, key);
        return new Made(key, secret.value());
    }

    /** Every key of the organisation, those that work first; the latest 200. */
    @Transactional(readOnly = true)
    public List<ApiKey> of(Caller caller) {
        caller.mustBeAdministrator();
        return rows.of(caller.actingFor(), calendar.now());
    }

    /**
     * Ends a key with its next call. A second time changes nothing.
     *
     * @throws NotFound if the organisation has none with this id
     */
    public ApiKey revoke(Caller caller, UUID id) {
        var key = of(caller).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("api-key", id));
        if (rows.revoke(caller.actingFor(), id, calendar.now(), audit.actor())) {
            audit.record(
                    "api-key-revoked", caller.actingFor().toString(), "%s (%s…)".formatted(key.name(), key.prefix()));
        }
        return key;
    }

    private String checked(NewKey wanted) {
        var problems = new Invalid.Collector();
        var name = Typed.line("name", wanted.name(), LONGEST_NAME, problems);
        if (wanted.scopes().isEmpty()) {
            problems.reject("scopes", "api-key-scopes-missing", null);
        }
        wanted.scopes().stream()
                .filter(scope -> !ApiScopes.known(scope))
                .forEach(scope -> problems.reject("scopes", "api-key-scope-unknown", scope, scope));
        var today = calendar.today();
        if (wanted.lastDay() != null
                && (wanted.lastDay().isBefore(today)
                        || wanted.lastDay().isAfter(today.plusYears(LONGEST_LIFE_YEARS)))) {
            problems.reject(
                    "lastDay", "api-key-last-day", wanted.lastDay(), today, today.plusYears(LONGEST_LIFE_YEARS));
        }
        problems.throwIfAny();
        return name;
    }
}
