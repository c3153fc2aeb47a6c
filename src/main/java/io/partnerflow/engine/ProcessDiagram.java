package io.partnerflow.engine;

import java.time.Instant;
import java.util.List;

/**
 * A process with its drawing and where it stands.
 *
 * @param process key of the process
 * @param name what the process is called in its model
 * @param bpmn the model as XML
 * @param elements the elements that have been entered at least once, in the order of their first entry
 */
public record ProcessDiagram(String process, String name, String bpmn, List<ElementState> elements) {

    /** Where one element stands; the furthest from done counts where it was entered more than once. */
    public enum State {
        DONE,
        RUNNING,
        WAITING,
        FAILED
    }

    /**
     * @param id id of the model element
     * @param count how often it was entered
     * @param since when it was left if done, otherwise when it was entered last
     */
    public record ElementState(String id, State state, int count, Instant since) {}
}
