package io.partnerflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A process and where it stands.
 *
 * @param process    key of the process
 * @param name       what the process is called in its model
 * @param definition which edition of the model it follows; {@link ProcessModels} has it
 * @param ended      whether nothing can happen in it any more
 * @param elements   the elements that have been entered at least once, in the order of their first entry
 * @param taken      ids of the flows that were taken
 */
public record ProcessDiagram(
        String process, String name, String definition, boolean ended, List<ElementState> elements, Set<String> taken) {

    /** Where one element stands; the furthest from done counts where it was entered more than once. */
    public enum State {
        DONE,
        RUNNING,
        WAITING,
        FAILED
    }

    /** Whose move it is. */
    public enum Party {
        RESELLER,
        CUSTOMER,
        VENDOR,
        /** The system itself, or one it talks to. */
        HOUSE,
        /** Nobody's: a day has to come. */
        CALENDAR
    }

    /**
     * @param id       id of the model element
     * @param count    how often it was entered
     * @param since    when it was left if done, otherwise when it was entered last
     * @param due      until when it is waited for, or when it goes on by itself; null where nothing is set
     * @param waitsFor null if done
     * @param again    did not succeed and is tried again by itself
     * @param givenUp  was left because something else happened
     */
    public record ElementState(
            String id,
            State state,
            int count,
            Instant since,
            @Nullable Instant due,
            @Nullable Party waitsFor,
            boolean again,
            boolean givenUp) {

        /** Done. */
        public ElementState(String id, int count, Instant since) {
            this(id, State.DONE, count, since, null, null, false, false);
        }

        public ElementState(String id, State state, int count, Instant since, @Nullable Party waitsFor) {
            this(id, state, count, since, null, waitsFor, false, false);
        }
    }

    /** The state a whole process is in: the worst of what is not done. */
    public State state() {
        return elements.stream()
                .map(ElementState::state)
                .max(Enum::compareTo)
                .filter(state -> !ended)
                .orElse(State.DONE);
    }
}
