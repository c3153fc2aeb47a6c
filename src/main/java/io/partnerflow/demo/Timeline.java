package io.partnerflow.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** What happens on which day, written down by several chapters and played in the order of time. */
class Timeline {

    private final TreeMap<Integer, List<Runnable>> days = new TreeMap<>(Comparator.reverseOrder());

    /** @param daysAgo before today, 1 or more; what is written first for a day happens first */
    void on(int daysAgo, Runnable what) {
        days.computeIfAbsent(daysAgo, day -> new ArrayList<>()).add(what);
    }

    int firstDay() {
        return days.firstKey();
    }

    /** @param until lets time pass until the morning of the day */
    void play(IntConsumer until) {
        days.forEach((daysAgo, events) -> {
            until.accept(daysAgo);
            events.forEach(Runnable::run);
        });
    }
}
