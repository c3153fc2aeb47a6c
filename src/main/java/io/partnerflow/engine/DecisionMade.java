package io.partnerflow.engine;

import java.util.List;
import java.util.Map;

/**
 * A decision table was asked, and what it said is used; published in the transaction of what follows from it.
 *
 * @param table id of the decision
 * @param version of the table that was asked
 * @param about what it was decided for
 * @param inputs what was known, by the names the table's expressions use
 * @param rules the rules that hit, as people count them: from 1, in the table's order
 * @param outputs what they say, by name
 */
public record DecisionMade(
        String table,
        int version,
        Decisions.About about,
        Map<String, Object> inputs,
        List<Integer> rules,
        Map<String, Object> outputs) {}
