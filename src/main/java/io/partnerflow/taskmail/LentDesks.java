package io.partnerflow.taskmail;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.DeskMembership;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.StaffDirectory;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.shared.VendorCalendar;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets who stands in work at the desks of who is away, and takes exactly that back. Lent is what a person may do by
 * itself, never what that person has only borrowed, and never what managers and administrators may do: nobody gets by
 * standing in what needs a second pair of eyes.
 */
@ModuleService
class LentDesks {

    private final JdbcClient database;
    private final AbsenceRows absences;
    private final StaffDirectory directory;
    private final DeskMembership desks;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    LentDesks(
            JdbcClient database,
            AbsenceRows absences,
            StaffDirectory directory,
            DeskMembership desks,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.database = database;
        this.absences = absences;
        this.directory = directory;
        this.desks = desks;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Brings what is lent in line with who is away today. Does nothing the second time. */
    public void settle() {
        absences.lock();
        var lent = all();
        var due = due(lent);
        lent.stream().filter(one -> !due.contains(one)).forEach(this::forget);
        due.stream().filter(one -> !lent.contains(one)).forEach(this::lend);
        var left = new HashSet<>(due);
        lent.stream()
                .filter(one -> left.stream().noneMatch(one::isSamePlace))
                .forEach(one -> desks.leave(one.person(), one.desk()));
    }

    /** For whom the person works at one of the desks only because of standing in; empty for nobody. */
    @Transactional(readOnly = true)
    public List<String> lendersTo(String person, Collection<String> wanted) {
        return all().stream()
                .filter(one -> one.person().equals(person) && wanted.contains(one.desk()))
                .map(Lent::lender)
                .distinct()
                .sorted()
                .toList();
    }

    @Transactional(readOnly = true)
    public Set<Lent> all() {
        return database.sql("SELECT person, desk, lender FROM staff_lent_desk")
                .query((row, number) -> new Lent(row.getString(1), row.getString(2), row.getString(3)))
                .set();
    }

    private Set<Lent> due(Set<Lent> lent) {
        var people = directory.everybody().stream().collect(toMap(Member::id, member -> own(member, lent)));
        var today = calendar.today();
        var standIns = new StandIns(absences.notOver(today), today, people.keySet());
        return people.keySet().stream()
                .flatMap(lender ->
                        standIns.of(lender).stream().flatMap(person -> lentTo(person, lender, people).stream()))
                .collect(toSet());
    }

    private static Set<String> own(Member member, Set<Lent> lent) {
        return member.groups().stream()
                .filter(desk -> lent.stream()
                        .noneMatch(one ->
                                one.person().equals(member.id()) && one.desk().equals(desk)))
                .collect(toSet());
    }

    private static Set<Lent> lentTo(String person, String lender, Map<String, Set<String>> people) {
        return people.get(lender).stream()
                .filter(DeskMembership::mayBeLent)
                .filter(desk -> !people.get(person).contains(desk))
                .map(desk -> new Lent(person, desk, lender))
                .collect(toSet());
    }

    private void lend(Lent one) {
        database.sql("INSERT INTO staff_lent_desk (person, desk, lender, since) VALUES (?, ?, ?, ?)")
                .params(one.person(), one.desk(), one.lender(), calendar.now().atOffset(ZoneOffset.UTC))
                .update();
        desks.join(one.person(), one.desk());
        audit.record("desk-lent", one.person(), one.desk() + " of " + one.lender());
    }

    private void forget(Lent one) {
        database.sql("DELETE FROM staff_lent_desk WHERE person = ? AND desk = ? AND lender = ?")
                .params(one.person(), one.desk(), one.lender())
                .update();
        audit.record("desk-taken-back", one.person(), one.desk() + " of " + one.lender());
    }

    /** Somebody works at a desk in somebody's place. */
    record Lent(String person, String desk, String lender) {

        boolean isSamePlace(Lent other) {
            return person.equals(other.person) && desk.equals(other.desk);
        }
    }
}
