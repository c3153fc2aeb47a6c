package io.partnerflow.decisionlog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another table would have decided where a table has decided: nothing in the cases changes.
 *
 * @param table id of the decision
 * @param from first day that counts
 * @param to last day that counts
 * @param asked how many decisions were asked again
 * @param all whether these were all; false if there are more than {@link Replays#MOST}
 * @param same how many come out the same
 * @param unanswered how many of those that differ get no answer from the other table
 * @param cases those that differ, latest first
 * @param effects what an output comes to, before and after, where it is a number
 */
public record Replay(
        String table,
        LocalDate from,
        LocalDate to,
        int asked,
        boolean all,
        int same,
        int unanswered,
        List<Case> cases,
        List<Effect> effects) {

    public int different() {
        return cases.size();
    }

    /** @param rules that would hit, counted from 1 in the other table */
    public record Case(
            LoggedDecision decision,
            List<Integer> rules,
            List<Change> changes,
            @Nullable String silence) {}

    /**
     * @param output its name
     * @param to null if there is no answer
     */
    public record Change(
            String output, @Nullable String from, @Nullable String to) {

        public boolean differs() {
            return from == null || !from.equals(to);
        }
    }

    /**
     * Over all decisions that got an answer; money of different currencies is never added up.
     *
     * @param output its name
     * @param currency null where the output is no money
     * @param percentOf the input it is a share of: then the sums are of money; null where the sums are of the output itself
     */
    public record Effect(
            String output,
            @Nullable String currency,
            @Nullable String percentOf,
            int cases,
            BigDecimal from,
            BigDecimal to) {

        public BigDecimal difference() {
            return to.subtract(from);
        }
    }
}
