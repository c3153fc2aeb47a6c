package io.partnerflow.taskmail;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who stands in for whom on one day. Where the stand-in is away as well, the work goes on to that person's stand-in;
 * where it would come back to somebody who is away, nobody stands in.
 */
public final class StandIns {

    private final Map<String, Absence> away = new TreeMap<>();

    /** @param people log-ins of everybody who works here; who has left neither is away nor stands in */
    StandIns(Collection<Absence> absences, LocalDate day, Set<String> people) {
        absences.stream()
                .filter(one -> one.isOn(day) && people.contains(one.person()) && people.contains(one.standIn()))
                .forEach(one -> away.put(one.person(), one));
    }

    /** @return empty for somebody who is not away, or for whom nobody is left */
    Optional<String> of(String person) {
        var asked = new HashSet<String>();
        var next = person;
        while (away.containsKey(next)) {
            if (!asked.add(next)) {
                return Optional.empty();
            }
            next = away.get(next).standIn();
        }
        return Optional.of(next).filter(found -> !found.equals(person));
    }

    /** Who does what comes for the person: the stand-in, or the person itself. */
    String doing(String person) {
        return of(person).orElse(person);
    }

    /** For whom the person stands in. */
    List<String> behind(String standIn) {
        return away.keySet().stream()
                .filter(person -> of(person).filter(standIn::equals).isPresent())
                .toList();
    }
}
