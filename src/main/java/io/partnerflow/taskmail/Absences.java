package io.partnerflow.taskmail;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.StaffDirectory;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** People say when they are away and who does their work meanwhile; managers say it for everybody. */
@ModuleService
public class Absences {

    private final AbsenceRows rows;
    private final LentDesks desks;
    private final StaffDirectory directory;
    private final StandInLetters letters;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    Absences(
            AbsenceRows rows,
            LentDesks desks,
            StaffDirectory directory,
            StandInLetters letters,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.desks = desks;
        this.directory = directory;
        this.letters = letters;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Today's and later ones, of everybody. */
    @Transactional(readOnly = true)
    public List<Absence> notOver() {
        return rows.notOver(calendar.today());
    }

    /** Who stands in for whom today. */
    @Transactional(readOnly = true)
    public StandIns today() {
        var today = calendar.today();
        var absences = rows.notOver(today);
        var people = absences.isEmpty()
                ? Map.<String, Member>of()
                : directory.everybody().stream().collect(toMap(Member::id, member -> member));
        return new StandIns(absences, today, people.keySet());
    }

    /**
     * From its first day on the stand-in gets the person's mails and may do the work of the person's desks.
     *
     * @throws NotFound if the person is somebody else and {@code by} is no manager
     * @throws Invalid at {@code standIn}, {@code firstDay} or {@code lastDay}
     */
    public void enter(String person, AbsenceWish wish, StaffPerson by) {
        rows.lock();
        var away = of(person, by);
        var absence = wish.checked(away, directory.everybody(), notOver(), calendar.today(), by.id());
        var id = rows.insert(absence, calendar.now());
        audit.record(
                "stand-in-named",
                person,
                "%s, %s to %s".formatted(absence.standIn(), absence.firstDay(), absence.lastDay()));
        letters.named(id, absence, away);
        desks.settle();
    }

    /**
     * Ends an absence that has begun, takes back one that has not: from now on the person does the work again.
     *
     * @throws NotFound if there is none, or it is somebody else's and {@code by} is no manager
     */
    public void end(String person, long id, StaffPerson by) {
        rows.lock();
        var away = of(person, by);
        var absence = notOver().stream()
                .filter(one -> one.id() == id && one.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("absence", id));
        var today = calendar.today();
        if (absence.firstDay().isBefore(today)) {
            rows.endsOn(id, today.minusDays(1));
        } else {
            rows.delete(id);
        }
        audit.record("stand-in-ended", person, absence.standIn());
        letters.ended(absence, away);
        desks.settle();
    }

    private Member of(String person, StaffPerson by) {
        if (!by.id().equals(person) && !by.seesEverything()) {
            throw new NotFound("person", person);
        }
        return directory.find(person).orElseThrow(() -> new NotFound("person", person));
    }
}
