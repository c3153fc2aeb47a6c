package io.partnerflow.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it, in the reader's language.
 *
 * @param token    of this one copy of the form; what is sent twice with it counts once
 * @param title    of the page
 * @param submit   what the button says
 * @param refresh  what the button says that shows or hides fields without sending; empty where no condition exists
 * @param problems everything that is wrong, in the order of the page
 */
public record FormView(
        String name,
        String token,
        String title,
        String submit,
        String refresh,
        List<Problem> problems,
        List<Part> parts) {

    /**
     * Something that is wrong.
     *
     * @param target  id of the element to go to, null where it is not about one field
     * @param message a whole sentence
     */
    public record Problem(@Nullable String target, String message) {}

    /**
     * One part of the form.
     *
     * @param kind     name of the fragment that shows it
     * @param id       of its element
     * @param typed    what stands in the field
     * @param refreshes whether another part appears or disappears with the answer
     * @param problem  a whole sentence, null where nothing is wrong
     * @param html     safe markup of a text
     * @param rows     of a table, by column key
     */
    public record Part(
            String kind,
            String id,
            FormComponent of,
            List<Choice> choices,
            String typed,
            boolean refreshes,
            @Nullable String problem,
            String html,
            List<Map<String, String>> rows,
            List<Part> parts) {

        /** Ids of what explains the field, for {@code aria-describedby}; null for none. */
        public @Nullable String describedBy() {
            var hint = of.description().isEmpty() ? "" : id + "-hint";
            var wrong = problem == null ? "" : id + "-problem";
            var both = (hint + " " + wrong).strip();
            return both.isEmpty() ? null : both;
        }

        /** Where the part stands in the grid of 16 columns. */
        public String place() {
            return "span-" + of.look().span() + (of.look().newRow() ? " row-start" : "");
        }

        /** Kind of input, so that a phone shows the right keyboard. */
        public String input() {
            return switch (of.type()) {
                case DATETIME -> "date";
                case TEXTFIELD ->
                    switch (of.rules().kind()) {
                        case "email" -> "email";
                        case "phone" -> "tel";
                        default -> "text";
                    };
                default -> "text";
            };
        }

        public @Nullable String inputMode() {
            var whole = Integer.valueOf(0).equals(of.rules().decimals());
            return of.type() == ComponentType.NUMBER ? whole ? "numeric" : "decimal" : null;
        }
    }

    /** One of the options, and whether it is taken. */
    public record Choice(String id, String value, String label, boolean chosen) {}
}
