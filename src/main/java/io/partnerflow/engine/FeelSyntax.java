package io.partnerflow.engine;

import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Whether a cell of a decision table can be read. */
@Component
public class FeelSyntax {

    private final ScalaFeelEngine feel = new ScalaFeelEngine(null);

    /** @param test true for a cell that tests an input, false for an answer */
    public boolean understands(String cell, boolean test) {
        var nobody = Variables.createVariables().asVariableContext();
        try {
            if (test) {
                feel.evaluateSimpleUnaryTests(cell, "cellInput", nobody);
            } else {
                feel.evaluateSimpleExpression(cell, nobody);
            }
            return true;
        } catch (FeelException refused) {
            return !String.valueOf(refused.getMessage()).contains("failed to parse");
        }
    }
}
