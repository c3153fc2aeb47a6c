package io.partnerflow.engine;

import io.partnerflow.intake.FeelExpressions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The expressions of forms, evaluated by the same engine that evaluates decision tables. */
@Component
class ScalaFeelExpressions implements FeelExpressions {

    private static final Logger LOG = LoggerFactory.getLogger(ScalaFeelExpressions.class);

    private final ScalaFeelEngine feel = new ScalaFeelEngine(null);

    /** The first evaluation costs more than a second; nobody should wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        CompletableFuture.runAsync(() -> holds("if a = \"b\" then count([a]) > 0 else c != null", Map.of("a", "b")));
    }

    @Override
    public boolean holds(String expression, Map<String, Object> values) {
        return Boolean.TRUE.equals(value(expression, values));
    }

    @Override
    public @Nullable Object value(String expression, Map<String, Object> values) {
        var plain = expression.startsWith("=") ? expression.substring(1) : expression;
        try {
            return feel.evaluateSimpleExpression(
                    plain, Variables.fromMap(values).asVariableContext());
        } catch (FeelException unusable) {
            LOG.debug("expression {} yields nothing: {}", plain, unusable.getMessage());
            return null;
        }
    }
}
