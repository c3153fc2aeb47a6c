package io.partnerflow.shared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person and the address that reaches them.
 *
 * @param name  at most 100 characters, no line break; empty if it was not given
 * @param email where they read
 */
public record NamedEmail(String name, EmailAddress email) {

    private static final int LONGEST_NAME = 100;
    private static final Pattern IN_BRACKETS = Pattern.compile("(?<name>[^<>]*)<(?<email>[^<>]*)>\\s*");
    private static final Pattern SEVERAL = Pattern.compile("@[^@]*[,;\\s][^@]*@");

    /** @throws IllegalArgumentException if the name is too long or has control characters */
    public NamedEmail {
        name = name.strip();
        if (!acceptable(name)) {
            throw new IllegalArgumentException("a name has at most 100 characters on one line");
        }
    }

    /**
     * A list as a person types it into a text field: one per line, {@code a@b.se} or {@code Anna Ek <a@b.se>}; empty
     * lines are skipped.
     *
     * @param field   the field's path; each line's error carries it, the line's number (from 1) and the line
     * @param problems takes {@code email-syntax}, {@code email-several-on-line}, {@code email-duplicate} and
     *                 {@code name-unusable}
     * @return the lines that are right, in their order
     */
    public static List<NamedEmail> parseLines(String field, String text, Invalid.Collector problems) {
        var people = new ArrayList<NamedEmail>();
        var seen = new HashSet<String>();
        var number = 0;
        for (var line : text.split("\\r\\n|\\r|\\n", -1)) {
            number++;
            if (!line.isBlank()) {
                new Line(field, number, line.strip()).read(seen, people, problems);
            }
        }
        return List.copyOf(people);
    }

    /** As a mail header or a list shows it. */
    @Override
    public String toString() {
        return name.isEmpty() ? email.value() : name + " <" + email + ">";
    }

    private static boolean acceptable(String name) {
        return name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    private record Line(String field, int number, String text) {

        void read(Set<String> seen, List<NamedEmail> people, Invalid.Collector problems) {
            var parts = IN_BRACKETS.matcher(text);
            var bracketed = parts.matches();
            var name = bracketed ? unquoted(parts.group("name").strip()) : "";
            var email = EmailAddress.parse(bracketed ? parts.group("email") : text);
            if (email.isEmpty()) {
                reject(SEVERAL.matcher(text).find() ? "email-several-on-line" : "email-syntax", problems);
            } else if (!acceptable(name)) {
                reject("name-unusable", problems);
            } else if (!seen.add(email.get().value().toLowerCase(Locale.ROOT))) {
                reject("email-duplicate", problems);
            } else {
                people.add(new NamedEmail(name, email.get()));
            }
        }

        private void reject(String code, Invalid.Collector problems) {
            problems.reject(field, code, text, number, text);
        }

        private static String unquoted(String name) {
            return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                    ? name.substring(1, name.length() - 1)
                    : name;
        }
    }
}
