package io.partnerflow.steering;

import io.partnerflow.engine.DeskLoad;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.TaskHands;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a manager can ask: each desk, and each person of one. */
@Component
class AskedPeople {

    private static final String MANAGERS = "managers";
    private static final String DESK = "desk:";
    private static final String PERSON = "person:";

    private final DeskLoad desks;
    private final DeskNames names;
    private final TaskHands hands;

    AskedPeople(DeskLoad desks, DeskNames names, TaskHands hands) {
        this.desks = desks;
        this.names = names;
        this.hands = hands;
    }

    /** What desks are called, by {@code desk:<group>}. */
    Map<String, String> desks() {
        var found = new LinkedHashMap<String, String>();
        groups().forEach(group -> found.put(DESK + group, names.of(group)));
        return found;
    }

    /** What people are called, by {@code person:<user id>}. */
    Map<String, String> people() {
        var found = new LinkedHashMap<String, String>();
        hands.peopleOf(groups()).forEach(person -> found.put(PERSON + person.id(), person.name()));
        return found;
    }

    boolean canBeAsked(@Nullable String to) {
        return to != null && (desks().containsKey(to) || people().containsKey(to));
    }

    private List<String> groups() {
        return Stream.concat(desks.names().stream(), Stream.of(MANAGERS)).toList();
    }
}
