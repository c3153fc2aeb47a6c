package io.partnerflow.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.jspecify.annotations.Nullable;

/** A decision table that is not deployed, asked to see what it would say. */
public final class TrialTable {

    private final AskedTables tables = new AskedTables();
    private final DmnDecision decision;
    private final DecisionTable table;

    private TrialTable(DecisionTable table, String xml) {
        this.table = table;
        this.decision = tables.parse(table.id(), xml);
    }

    /** @throws IllegalArgumentException if it is not one decision table the engine can read */
    public static TrialTable of(String xml) {
        var table = DecisionTableFile.of(xml).table();
        try {
            return new TrialTable(table, xml);
        } catch (DmnEngineException unreadable) {
            throw new IllegalArgumentException("cannot be used: " + unreadable.getMessage(), unreadable);
        }
    }

    public DecisionTable table() {
        return table;
    }

    /** Why a table says nothing. */
    public enum Silence {
        NO_RULE,
        /** What it asks was not known, or a cell cannot be worked out. */
        FAILED
    }

    /**
     * @param rules that hit, counted from 1
     * @param outputs by name; empty where it is silent
     * @param silence null if it says something
     */
    public record Answer(
            List<Integer> rules,
            Map<String, Object> outputs,
            @Nullable Silence silence) {}

    public Answer ask(Map<String, Object> inputs) {
        try {
            var answer = tables.ask(decision, inputs);
            return new Answer(answer.rules(), answer.outputs(), null);
        } catch (IllegalStateException noRule) {
            return new Answer(List.of(), Map.of(), Silence.NO_RULE);
        } catch (DmnEngineException failed) {
            return new Answer(List.of(), Map.of(), Silence.FAILED);
        }
    }
}
