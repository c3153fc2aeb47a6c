package io.partnerflow.taskmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerflow.engine.OpenTaskList.OpenTask;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who does whose work on a day, which days are worked on, and what a morning says about a task. */
class StandInsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final List<Member> PEOPLE = List.of(
            person("anna", "order-desk"),
            person("bo", "order-desk"),
            person("carl", "billing"),
            person("mia", "managers"),
            person("max", "managers"));

    @Test
    void theWorkGoesOnToTheStandInOfAStandInWhoIsAway() {
        var standIns = on(MONDAY, away("anna", "bo", 0, 5), away("bo", "carl", 0, 1));
        assertThat(standIns.of("anna")).hasValue("carl");
        assertThat(standIns.behind("carl")).containsExactly("anna", "bo");
        assertThat(standIns.doing("carl")).isEqualTo("carl");
        assertThat(on(MONDAY.plusDays(2), away("anna", "bo", 0, 5), away("bo", "carl", 0, 1))
                        .of("anna"))
                .as("bo is back")
                .hasValue("bo");
    }

    @Test
    void workThatWouldComeBackIsDoneByNobodyElse() {
        var circle = on(MONDAY, away("anna", "bo", 0, 5), away("bo", "anna", 0, 5));
        assertThat(circle.of("anna")).isEmpty();
        assertThat(circle.doing("bo")).isEqualTo("bo");
    }

    @Test
    void whoHasLeftNeitherIsAwayNorStandsIn() {
        assertThat(on(MONDAY, away("anna", "gone", 0, 5)).of("anna")).isEmpty();
        assertThat(on(MONDAY, away("gone", "anna", 0, 5)).behind("anna")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bo,   ,  5, firstDay, absence-day",
        "bo,   0,  , lastDay,  absence-day",
        "bo,  -1,  5, firstDay, absence-in-the-past",
        "bo,   3,  2, lastDay,  absence-ends-before",
        "bo,   0, 400, lastDay, absence-too-long",
        "'',   0,  5, standIn,  stand-in-missing",
        "gone, 0,  5, standIn,  stand-in-missing",
        "anna, 0,  5, standIn,  stand-in-self",
        "bo,  11, 12, firstDay, absence-overlaps",
        "carl, 21, 22, standIn, stand-in-circle",
    })
    void whatCannotBeIsRefusedAtItsField(String standIn, Integer first, Integer last, String field, String code) {
        var others = List.of(away("anna", "bo", 10, 12), away("carl", "bo", 20, 22), away("bo", "anna", 22, 30));
        var wish = new AbsenceWish(standIn, day(first), day(last));
        var refused =
                catchThrowableOfType(Invalid.class, () -> wish.checked(PEOPLE.get(0), PEOPLE, others, MONDAY, "anna"));
        assertThat(refused.fields())
                .extracting(Invalid.Field::field, Invalid.Field::code)
                .contains(tuple(field, code));
    }

    @Test
    void onlyAManagerStandsInForAManager() {
        var mia = PEOPLE.get(3);
        assertThatThrownBy(() -> new AbsenceWish("bo", MONDAY, MONDAY).checked(mia, PEOPLE, List.of(), MONDAY, "mia"))
                .hasMessageContaining("stand-in-no-manager");
        assertThat(new AbsenceWish("max", MONDAY, MONDAY)
                        .checked(mia, PEOPLE, List.of(), MONDAY, "mia")
                        .standIn())
                .isEqualTo("max");
    }

    @Test
    void weekendsHolidaysAndTheHousesOwnDaysAreNotWorkedOn() {
        var christmasEve = LocalDate.of(2026, 12, 24); // a Thursday
        var days = new WorkingDays(new TaskMailSettings(MailChoice.DIGEST, List.of(christmasEve), true));
        assertThat(days.isOne(MONDAY)).isTrue();
        assertThat(days.after(LocalDate.of(2026, 12, 23))).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(days.before(MONDAY)).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(days.since(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 8)))
                .as("Good Friday and Easter Monday do not count")
                .isEqualTo(2);
        assertThat(days.since(MONDAY, MONDAY)).isZero();
    }

    /** The night of 29 March 2026 has no hour from 2 to 3: what is due at 0:30 of that Sunday is due on that Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27T06:59:00Z, OVERDUE",
        "2026-03-27T07:30:00Z, TODAY",
        "2026-03-28T23:30:00Z, NEXT",
        "2026-03-30T21:59:00Z, NEXT",
        "2026-03-30T22:00:00Z, NEW",
    })
    void aTaskIsListedUnderTheFirstThatFits(Instant due, Morning.Part part) {
        assertThat(friday().partOf(task(due, Instant.parse("2026-03-26T12:00:00Z"), null)))
                .hasValue(part);
    }

    @Test
    void whatIsNeitherDueNorNewIsLeftOutUntilItsDayOfFollowUp() {
        var old = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(friday().partOf(task(null, old, null))).isEmpty();
        assertThat(friday().partOf(task(null, old, Instant.parse("2026-03-27T12:00:00Z"))))
                .hasValue(Morning.Part.FOLLOW_UP);
        assertThat(friday().partOf(task(null, old, Instant.parse("2026-03-28T00:00:00Z"))))
                .isEmpty();
    }

    private static Morning friday() {
        var now = Instant.parse("2026-03-27T07:00:00Z"); // 8:00 in winter time
        var calendar = new VendorCalendar(Clock.systemUTC(), ZoneId.of("Europe/Stockholm"));
        return new Morning(
                calendar,
                now,
                LocalDate.of(2026, 3, 27),
                LocalDate.of(2026, 3, 30),
                Instant.parse("2026-03-26T07:00:00Z"));
    }

    private static OpenTask task(Instant due, Instant opened, Instant followUp) {
        return new OpenTask("1", "Check order", "OR-1", Set.of("order-desk"), null, opened, due, followUp);
    }

    private static StandIns on(LocalDate day, Absence... absences) {
        return new StandIns(List.of(absences), day, Set.of("anna", "bo", "carl"));
    }

    private static Absence away(String person, String standIn, int first, int last) {
        return new Absence(1, person, standIn, MONDAY.plusDays(first), MONDAY.plusDays(last), person);
    }

    private static LocalDate day(Integer days) {
        return days == null ? null : MONDAY.plusDays(days);
    }

    private static Member person(String id, String group) {
        return new Member(id, id, null, Set.of(group));
    }
}
