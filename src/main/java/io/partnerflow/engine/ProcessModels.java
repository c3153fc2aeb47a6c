package io.partnerflow.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models that processes follow. An edition of a model never changes, so what was read from it is kept. */
@Component
public class ProcessModels {

    private final RepositoryService repository;
    private final Map<String, ModelFacts> facts = kept(200);
    private final Map<String, ModelStep> steps = kept(500);

    ProcessModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** The model as XML. @param definition of {@link ProcessDiagram} */
    public String bpmn(String definition) {
        return Bpmn.convertToString(repository.getBpmnModelInstance(definition));
    }

    /** Whether the model is still there: what ran by it may have outlived it. */
    public boolean has(String definition) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definition)
                        .count()
                > 0;
    }

    /** The desk whose task an element is; null where it is no task. */
    public @Nullable String desk(String definition, String element) {
        return facts(definition).desk(element);
    }

    /** Who is waited for at an element, as the model says; null where it says nothing. */
    public ProcessDiagram.@Nullable Party waitsFor(String definition, String element) {
        return facts(definition).waitsFor(element);
    }

    ModelFacts facts(String definition) {
        return of(facts, definition, id -> new ModelFacts(repository.getBpmnModelInstance(id)));
    }

    /** One element of a model; without name and words where the model has none of that id, or there is no model. */
    public ModelStep step(@Nullable String definition, String element) {
        if (definition == null) {
            return ModelStep.of(null);
        }
        return of(
                steps,
                definition + "/" + element,
                key -> ModelStep.of(
                        repository.getBpmnModelInstance(definition).getModelElementById(element)
                                        instanceof FlowNode node
                                ? node
                                : null));
    }

    /** For values that follow from their key alone; forgets the one that was not used for longest. */
    public static <V> Map<String, V> kept(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept, made if need be. */
    public static <V> V of(Map<String, V> kept, String key, Function<String, V> made) {
        synchronized (kept) {
            var known = kept.get(key);
            if (known == null) {
                known = made.apply(key);
                kept.put(key, known);
            }
            return known;
        }
    }
}
