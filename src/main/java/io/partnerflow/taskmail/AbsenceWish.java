package io.partnerflow.taskmail;

import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.shared.Invalid;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about an absence.
 *
 * @param standIn log-in; null or empty for nobody chosen
 * @param firstDay null where nothing readable was typed
 * @param lastDay included; null where nothing readable was typed
 */
public record AbsenceWish(
        @Nullable String standIn,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    private static final int LONGEST = 366;

    /** @throws Invalid with everything that is wrong */
    Absence checked(Member person, List<Member> people, List<Absence> others, LocalDate today, String by) {
        var problems = new Invalid.Collector();
        if (firstDay != null && firstDay.isBefore(today)) {
            problems.reject("firstDay", "absence-in-the-past", firstDay);
        }
        checkDays(today, problems);
        var chosen = checkStandIn(person, people, problems);
        if (problems.isEmpty()) {
            checkOverlap(person.id(), others, problems);
            chosen.ifPresent(one -> checkCircle(person.id(), one, others, problems));
        }
        problems.throwIfAny();
        return new Absence(0, person.id(), chosen.orElseThrow().id(), firstDay, lastDay, by);
    }

    private void checkDays(LocalDate today, Invalid.Collector problems) {
        if (firstDay == null) {
            problems.reject("firstDay", "absence-day", null);
        }
        if (lastDay == null) {
            problems.reject("lastDay", "absence-day", null);
        } else if (lastDay.isBefore(today) || firstDay != null && lastDay.isBefore(firstDay)) {
            problems.reject("lastDay", "absence-ends-before", lastDay);
        } else if (firstDay != null && lastDay.isAfter(firstDay.plusDays(LONGEST))) {
            problems.reject("lastDay", "absence-too-long", lastDay, LONGEST);
        }
    }

    /** A manager's work needs a manager: what managers may do is never lent. */
    private Optional<Member> checkStandIn(Member person, List<Member> people, Invalid.Collector problems) {
        var chosen = people.stream().filter(one -> one.id().equals(standIn)).findFirst();
        if (chosen.isEmpty()) {
            problems.reject("standIn", "stand-in-missing", standIn);
        } else if (chosen.get().id().equals(person.id())) {
            problems.reject("standIn", "stand-in-self", standIn);
        } else if (person.isManager() && !chosen.get().isManager()) {
            problems.reject(
                    "standIn", "stand-in-no-manager", standIn, chosen.get().name());
        }
        return chosen;
    }

    private void checkOverlap(String person, List<Absence> others, Invalid.Collector problems) {
        others.stream()
                .filter(one -> one.person().equals(person) && one.overlaps(firstDay, lastDay))
                .findFirst()
                .ifPresent(one ->
                        problems.reject("firstDay", "absence-overlaps", firstDay, one.firstDay(), one.lastDay()));
    }

    /** Work that is handed on must not come back to who is away. */
    private void checkCircle(String person, Member chosen, List<Absence> others, Invalid.Collector problems) {
        if (comesBack(chosen.id(), person, firstDay, lastDay, others, new HashSet<>())) {
            problems.reject("standIn", "stand-in-circle", standIn, chosen.name());
        }
    }

    private static boolean comesBack(
            String from, String to, LocalDate first, LocalDate last, List<Absence> all, Set<String> asked) {
        return asked.add(from)
                && all.stream()
                        .filter(one -> one.person().equals(from) && one.overlaps(first, last))
                        .anyMatch(one -> one.standIn().equals(to)
                                || comesBack(
                                        one.standIn(),
                                        to,
                                        later(first, one.firstDay()),
                                        earlier(last, one.lastDay()),
                                        all,
                                        asked));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
