package io.partnerflow.intake;

import java.util.Locale;
import java.util.Optional;

/** What a form can be made of: the component types of Camunda Forms that Tasklist and the portal both understand. */
public enum ComponentType {
    TEXT,
    HTML,
    TABLE,
    SEPARATOR,
    SPACER,
    GROUP,
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    CHECKBOX,
    RADIO,
    SELECT,
    CHECKLIST,
    TAGLIST,
    DATETIME;

    /** Computed or decorative in Tasklist, without meaning for the portal. */
    private static final String IGNORED = "expression button image";

    /**
     * @return empty for a type that is left out
     * @throws IllegalArgumentException for a type that would break the form in Tasklist
     */
    static Optional<ComponentType> named(String name) {
        if (IGNORED.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
    }

    public boolean asks() {
        return ordinal() >= TEXTFIELD.ordinal();
    }

    /** Answered with any number of values rather than one. */
    public boolean multiple() {
        return this == CHECKLIST || this == TAGLIST;
    }

    /** Answered with one of the options. */
    public boolean single() {
        return this == RADIO || this == SELECT;
    }
}
