package io.partnerflow.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about one of its elements.
 *
 * @param name empty if it has none
 * @param documentation empty if it has none
 * @param skippable whether the process may go on without it, once a person has done by hand what it would have done
 * @param savedBefore whether the engine keeps where the process is just before it
 * @param next what comes after it, as far as it is named: one step, or one for each answer of a gateway
 */
public record ModelStep(String name, String documentation, boolean skippable, boolean savedBefore, List<String> next) {

    private static final int FARTHEST = 12;

    static ModelStep of(@Nullable FlowNode node) {
        if (node == null) {
            return new ModelStep("", "", false, false, List.of());
        }
        var documentation = node.getDocumentations().stream()
                .map(one -> one.getTextContent().strip())
                .findFirst()
                .orElse("");
        var next = new ArrayList<String>();
        follow(node, next, new HashSet<>());
        return new ModelStep(
                node.getName() == null ? "" : node.getName(),
                documentation,
                "true".equals(ModelFacts.property(node, "skippable")),
                node.isCamundaAsyncBefore(),
                next.stream().distinct().toList());
    }

    private static void follow(FlowNode node, List<String> next, Set<String> seen) {
        for (var flow : node.getModelInstance().getModelElementsByType(SequenceFlow.class)) {
            var target = flow.getTarget();
            if (flow.getSource().equals(node) && seen.size() < FARTHEST && seen.add(target.getId())) {
                if (target instanceof Gateway || target.getName() == null) {
                    follow(target, next, seen);
                } else {
                    next.add(target.getName());
                }
            }
        }
    }
}
