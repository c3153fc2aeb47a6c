package io.partnerflow.parties;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Branding;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Typed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How what resellers send to their customers looks: their logo, colour and name. */
@Service
@Transactional
public class Brandings {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final int LONGEST_NAME = 60;

    private final JdbcClient database;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    Brandings(JdbcClient database, Organisations organisations, AuditTrail audit, Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The reseller's, or the house's own with the reseller's name as long as it has chosen none.
     *
     * @throws io.partnerflow.shared.NotFound if there is no such organisation
     */
    @Transactional(readOnly = true)
    public Branding of(UUID reseller) {
        return own(reseller)
                .orElseGet(() -> Branding.none(organisations.get(reseller).name()));
    }

    /** The one the reseller has chosen; empty where it has chosen none. */
    @Transactional(readOnly = true)
    public Optional<Branding> own(UUID reseller) {
        return find("reseller_id", reseller);
    }

    /** What a page needs to know to show a look. @param key of its pictures and colours; another after each change */
    public record Look(UUID key, String senderName, boolean logo) {}

    /** What pages of the reseller's customers look like; empty where it has chosen nothing. */
    @Transactional(readOnly = true)
    public Optional<Look> look(UUID reseller) {
        return database.sql("SELECT look, sender_name, logo IS NOT NULL FROM reseller_branding WHERE reseller_id = ?")
                .param(reseller)
                .query((row, i) -> new Look(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3)))
                .optional();
    }

    /** What stands behind the key of a look; empty once it has been changed. */
    @Transactional(readOnly = true)
    public Optional<Branding> behind(UUID look) {
        return find("look", look);
    }

    private Optional<Branding> find(String column, UUID value) {
        return database.sql("SELECT logo, logo_type, colour, sender_name FROM reseller_branding WHERE %s = ?"
                        .formatted(column))
                .param(value)
                .query((row, i) -> new Branding(
                        row.getBytes("logo"),
                        row.getString("logo_type"),
                        row.getString("colour"),
                        row.getString("sender_name")))
                .optional();
    }

    /** Whether the reseller has chosen its own. */
    @Transactional(readOnly = true)
    public boolean isOwn(UUID reseller) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM reseller_branding WHERE reseller_id = ?)")
                .param(reseller)
                .query(Boolean.class)
                .single();
    }

    /**
     * What a reseller wants, as typed.
     *
     * @param logo a PNG or JPEG; null to keep the one there is
     * @param withoutLogo takes the logo away
     */
    public record Wanted(
            @Nullable String colour, @Nullable String senderName, byte @Nullable [] logo, boolean withoutLogo) {}

    /**
     * Takes over what a reseller wants for everything sent from now on; what has been sent stays as it was.
     *
     * @param by address of who changes it
     * @throws Invalid with every bad one of {@code colour}, {@code senderName}, {@code logo}
     */
    public Branding save(UUID reseller, Wanted wanted, String by) {
        var branding = preview(reseller, wanted);
        store(reseller, branding, by);
        audit.record(
                "branding-changed",
                reseller.toString(),
                "%s, %s, by %s".formatted(branding.colour(), branding.senderName(), by));
        return branding;
    }

    /**
     * What it would be like; nothing is stored.
     *
     * @throws Invalid as {@link #save} would
     */
    @Transactional(readOnly = true)
    public Branding preview(UUID reseller, Wanted wanted) {
        var problems = new Invalid.Collector();
        var colour = wanted.colour() == null ? "" : wanted.colour().strip().toLowerCase(Locale.ROOT);
        if (!COLOUR.matcher(colour).matches()) {
            problems.reject("colour", "colour-unknown", wanted.colour());
        }
        var name = Typed.line("senderName", wanted.senderName(), LONGEST_NAME, problems);
        var picture = picture(reseller, wanted, problems);
        problems.throwIfAny();
        return new Branding(picture.bytes(), picture.type(), colour, name);
    }

    /** Back to the house's own. A second time changes nothing. */
    public void reset(UUID reseller, String by) {
        var gone = database.sql("DELETE FROM reseller_branding WHERE reseller_id = ?")
                .param(reseller)
                .update();
        if (gone == 1) {
            audit.record("branding-reset", reseller.toString(), "by " + by);
        }
    }

    private record Picture(
            byte @Nullable [] bytes, @Nullable String type) {}

    private Picture picture(UUID reseller, Wanted wanted, Invalid.Collector problems) {
        var logo = wanted.logo();
        if (logo != null) {
            return new Picture(logo, LogoCheck.type(logo, problems).orElse(null));
        }
        var now = of(reseller);
        return wanted.withoutLogo() ? new Picture(null, null) : new Picture(now.logo(), now.logoType());
    }

    private void store(UUID reseller, Branding branding, String by) {
        database.sql("""
                        INSERT INTO reseller_branding (reseller_id, logo, logo_type, colour, sender_name, changed_by, changed_at)
                        VALUES (:reseller, :logo, :type, :colour, :name, :by, :at)
                        ON CONFLICT (reseller_id) DO UPDATE SET logo = excluded.logo, logo_type = excluded.logo_type,
                            colour = excluded.colour, sender_name = excluded.sender_name, look = gen_random_uuid(),
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("reseller", reseller)
                .param("logo", branding.logo(), java.sql.Types.BINARY)
                .param("type", branding.logoType(), java.sql.Types.VARCHAR)
                .param("colour", branding.colour())
                .param("name", branding.senderName())
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
