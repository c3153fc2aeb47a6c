package io.partnerflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works at the vendor, at which desks, and how to reach them. */
@Component
@Transactional(readOnly = true)
public class StaffDirectory {

    private static final String PEOPLE = """
            SELECT person.id_ AS id, coalesce(nullif(btrim(person.first_), ''), person.id_) AS name,
                nullif(btrim(person.email_), '') AS email,
                coalesce(array_agg(belongs.group_id_ ORDER BY belongs.group_id_)
                    FILTER (WHERE belongs.group_id_ IS NOT NULL), '{}') AS groups
            FROM public.act_id_user person
            LEFT JOIN public.act_id_membership belongs ON belongs.user_id_ = person.id_
            """;

    private final JdbcClient database;

    StaffDirectory(JdbcClient database) {
        this.database = database;
    }

    /** Everybody, by name. */
    public List<Member> everybody() {
        return database.sql(PEOPLE + "GROUP BY person.id_ ORDER BY name, id")
                .query(StaffDirectory::member)
                .list();
    }

    public Optional<Member> find(String person) {
        return database.sql(PEOPLE + "WHERE person.id_ = ? GROUP BY person.id_")
                .param(person)
                .query(StaffDirectory::member)
                .optional();
    }

    /** Who belongs to the group, by name. */
    public List<Member> membersOf(String group) {
        return database.sql(PEOPLE + """
                        WHERE person.id_ IN (SELECT user_id_ FROM public.act_id_membership WHERE group_id_ = ?)
                        GROUP BY person.id_ ORDER BY name, id""")
                .param(group)
                .query(StaffDirectory::member)
                .list();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getString("id"),
                Objects.requireNonNull(row.getString("name")),
                row.getString("email"),
                Set.of((String[]) row.getArray("groups").getArray()));
    }

    /**
     * Somebody who works at the vendor.
     *
     * @param id the log-in
     * @param name what the person is called on pages; the id where no name is known
     * @param email as it was entered; null for none
     * @param groups ids of the groups the person belongs to
     */
    public record Member(String id, String name, @Nullable String email, Set<String> groups) {

        /** Managers and administrators look after all desks. */
        public boolean seesEverything() {
            return isManager() || groups.contains(VendorDesks.ADMINISTRATORS);
        }

        public boolean isManager() {
            return groups.contains(VendorDesks.MANAGERS);
        }
    }
}
