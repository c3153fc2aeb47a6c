package io.partnerflow.steering;

import io.partnerflow.engine.DecisionTable;
import io.partnerflow.engine.DecisionTable.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The rules of a table as the page of its change sends them: {@code rule.<n>} has a rule's id, {@code cell.<n>.<column>} its
 * cells and {@code words.<n>} why it is there; n counts from 1, columns from 1 with inputs first.
 */
record EditedRules(DecisionTable table, List<Rule> rules) {

    private static final Pattern ACT = Pattern.compile("(add|remove|up|down)-([0-9]{1,3})");
    private static final int MOST = 500;

    static EditedRules read(DecisionTable table, Map<String, String> sent) {
        var rules = IntStream.rangeClosed(1, MOST)
                .filter(number -> sent.containsKey("rule." + number))
                .mapToObj(number -> rule(table, sent, number))
                .toList();
        return new EditedRules(table, rules);
    }

    /** The rules after one of the page's buttons; as they are if it is none that changes them. */
    List<Rule> done(String act) {
        var wanted = ACT.matcher(act);
        var changed = new ArrayList<>(rules);
        if (wanted.matches()) {
            var place = Integer.parseInt(wanted.group(2));
            var there = place >= 1 && place <= rules.size();
            switch (wanted.group(1)) {
                case "add" -> changed.add(Math.min(place, changed.size()), empty());
                case "remove" -> remove(changed, place, there);
                case "up" -> swap(changed, place - 1, there && place > 1);
                default -> swap(changed, place, there && place < rules.size());
            }
        }
        return changed;
    }

    private static void remove(List<Rule> rules, int place, boolean there) {
        if (there) {
            rules.remove(place - 1);
        }
    }

    /** @param lower place of the lower of two neighbours, from 0 */
    private static void swap(List<Rule> rules, int lower, boolean there) {
        if (there) {
            Collections.swap(rules, lower, lower - 1);
        }
    }

    private Rule empty() {
        return new Rule(
                "",
                "",
                Collections.nCopies(table.inputs().size(), ""),
                Collections.nCopies(table.outputs().size(), ""));
    }

    private static Rule rule(DecisionTable table, Map<String, String> sent, int number) {
        var inputs = table.inputs().size();
        return new Rule(
                sent.get("rule." + number),
                sent.getOrDefault("words." + number, "").strip(),
                cells(sent, number, 1, inputs),
                cells(sent, number, inputs + 1, inputs + table.outputs().size()));
    }

    private static List<String> cells(Map<String, String> sent, int number, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(column -> sent.getOrDefault("cell.%d.%d".formatted(number, column), "")
                        .strip())
                .toList();
    }
}
