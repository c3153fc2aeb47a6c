package io.partnerflow.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Input that cannot be accepted as it is: every bad field at once, each with the reason and what is accepted instead.
 * Thrown before anything has changed; a page shows it at its fields, the API answers 422.
 */
public final class Invalid extends RuntimeException {

    private final transient List<Field> fields;

    /** @param fields at least one */
    public Invalid(List<Field> fields) {
        super("invalid: " + fields);
        this.fields = List.copyOf(fields);
    }

    /** One bad field, see {@link Field#of}. */
    public static Invalid field(String field, String code, @Nullable String text, Object... args) {
        return new Invalid(List.of(Field.of(field, code, text, args)));
    }

    public List<Field> fields() {
        return fields;
    }

    /**
     * The same problems in the words of whoever sent the input.
     *
     * @param names what the sender calls a field, by the name it has here; others keep theirs
     */
    public Invalid renamed(Map<String, String> names) {
        return new Invalid(fields.stream()
                .map(bad -> new Field(
                        names.getOrDefault(bad.field(), bad.field()),
                        bad.code(),
                        bad.text(),
                        bad.args(),
                        bad.rejected()))
                .toList());
    }

    /** What stands in the way, said at one of the sender's fields; at none if {@code field} is empty. */
    public static Invalid because(Conflict conflict, String field) {
        return field(
                field,
                conflict.code(),
                "conflict." + conflict.code(),
                conflict.args().toArray());
    }

    /**
     * @param field    what the sender calls it, such as {@code lines[0].quantity}; empty where no single field is wrong
     * @param code     kebab-case fact for machines, such as {@code too-small}
     * @param text     key of the sentence for people in the message bundles, null for {@code invalid.<code>}
     * @param args     what the sentence names, in its order
     * @param rejected what was sent, null where nothing was or where it must not be repeated
     */
    public record Field(
            String field,
            String code,
            @Nullable String text,
            List<Object> args,
            @Nullable Object rejected) {

        public Field {
            text = text == null ? "invalid." + code : text;
            args = List.copyOf(args);
        }

        public static Field of(String field, String code, @Nullable String text, Object... args) {
            return new Field(field, code, text, List.of(args), null);
        }

        /** The same, with what was sent. */
        public Field rejecting(@Nullable Object sent) {
            return new Field(field, code, text, args, sent);
        }
    }

    /** Gathers bad fields while a check runs on, then throws them together. */
    public static final class Collector {

        private final List<Field> fields = new ArrayList<>();

        /**
         * A bad field whose sentence is {@code invalid.<code>} in the bundles.
         *
         * @param code     kebab-case fact
         * @param rejected what was sent, null where nothing was or where it must not be repeated
         * @param args     what the sentence names, in its order
         */
        public Collector reject(String field, String code, @Nullable Object rejected, Object... args) {
            return add(Field.of(field, code, "invalid." + code, args).rejecting(rejected));
        }

        public Collector add(Field field) {
            fields.add(field);
            return this;
        }

        public boolean isEmpty() {
            return fields.isEmpty();
        }

        /** True if this field is bad already, so that later checks can leave it alone. */
        public boolean rejects(String field) {
            return fields.stream().anyMatch(bad -> bad.field().equals(field));
        }

        public List<Field> fields() {
            return List.copyOf(fields);
        }

        /** @throws Invalid with everything rejected so far */
        public void throwIfAny() {
            if (!fields.isEmpty()) {
                throw new Invalid(fields);
            }
        }
    }
}
