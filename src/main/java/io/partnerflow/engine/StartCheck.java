package io.partnerflow.engine;

import io.partnerflow.shared.Invalid;
import java.util.Map;

/** What a module has to say about a form that begins a process, before the process begins. */
public interface StartCheck {

    /** The id of the start event's form, such as {@code credit-note.credit-invoice}. */
    String form();

    /**
     * @param answers by field key, already within the bounds of the form
     * @throws Invalid if the process must not begin like this
     */
    void check(Map<String, Object> answers) throws Invalid;
}
