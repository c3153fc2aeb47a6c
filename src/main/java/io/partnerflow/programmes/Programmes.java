package io.partnerflow.programmes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.partnerflow.shared.Names;
import io.partnerflow.shared.NotFound;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All programmes of the vendor: their current policies, and the old versions that contracts were made under. */
@Component
public class Programmes {

    private final Map<String, ProgrammePolicy> current = new TreeMap<>();
    private final Map<String, Names> names = new TreeMap<>();
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private final JdbcClient database;

    Programmes(PolicyFiles files, Validator validator, JdbcClient database, Clock clock) {
        this.database = database;
        for (var file : files.read()) {
            var policy = file.policy();
            var wrong = validator.validate(policy);
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("programme %s: %s".formatted(policy.code(), wrong));
            }
            keep(policy, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            current.put(policy.code(), policy);
            names.put(policy.code(), new Names(policy.name(), file.names()).checked(policy.code()));
        }
    }

    /** The policies in force now, by code. */
    public Collection<ProgrammePolicy> all() {
        return List.copyOf(current.values());
    }

    public Optional<ProgrammePolicy> find(String code) {
        return Optional.ofNullable(current.get(code));
    }

    /** What people call a programme in their language; its code if the vendor has no such programme any more. */
    public String name(String code, Locale language) {
        var known = names.get(code);
        return known == null ? code : known.in(language);
    }

    /** What people call every programme in their language, by code. */
    public Map<String, String> names(Locale language) {
        var all = new TreeMap<String, String>();
        names.forEach((code, known) -> all.put(code, known.in(language)));
        return all;
    }

    /** @throws NotFound if the vendor has no such programme */
    public ProgrammePolicy get(String code) {
        return find(code).orElseThrow(() -> new NotFound("programme", code));
    }

    /**
     * The policy as it was when a contract was made.
     *
     * @throws NotFound if there never was such a version
     */
    public ProgrammePolicy get(String code, int version) {
        return find(code)
                .filter(policy -> policy.version() == version)
                .or(() -> stored(code, version).map(this::parse))
                .orElseThrow(() -> new NotFound("programme", code + " " + version));
    }

    private void keep(ProgrammePolicy policy, OffsetDateTime now) {
        database.sql("""
                        INSERT INTO partnerflow.programme_version (code, version, policy, loaded_at)
                        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(policy.code(), policy.version(), write(policy), now)
                .update();
        if (!stored(policy.code(), policy.version())
                .map(this::parse)
                .orElseThrow()
                .equals(policy)) {
            throw new IllegalStateException(
                    "programme %s: version %d was something else when contracts were made under it; "
                                    .formatted(policy.code(), policy.version())
                            + "raise the version with every change");
        }
    }

    private Optional<String> stored(String code, int version) {
        return database.sql("SELECT policy FROM partnerflow.programme_version WHERE code = ? AND version = ?")
                .params(code, version)
                .query(String.class)
                .optional();
    }

    private String write(ProgrammePolicy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProgrammePolicy parse(String text) {
        try {
            return json.readerFor(ProgrammePolicy.class)
                    .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
