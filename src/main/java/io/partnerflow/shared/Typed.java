package io.partnerflow.shared;

import java.util.regex.Pattern;

/** One line of text as somebody typed or sent it: trimmed, in bounds, without control characters. */
public final class Typed {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Typed() {}

    /**
     * @param text null or blank is rejected as {@code required}
     * @return trimmed; empty if it was rejected
     */
    public static String line(String field, String text, int longest, Invalid.Collector problems) {
        var trimmed = optionalLine(field, text, longest, problems);
        if (trimmed == null && !problems.rejects(field)) {
            problems.add(Invalid.Field.of(field, "required", "forms.required", field));
        }
        return trimmed == null ? "" : trimmed;
    }

    /** @return trimmed; null if there was nothing, or if it was rejected */
    public static String optionalLine(String field, String text, int longest, Invalid.Collector problems) {
        return text != null && CONTROL.matcher(text.strip()).find()
                ? rejected(Invalid.Field.of(field, "one-line", "forms.one-line", field), problems)
                : optionalText(field, text, longest, problems);
    }

    /** The same for text of several lines. */
    public static String optionalText(String field, String text, int longest, Invalid.Collector problems) {
        var trimmed = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (CONTROL.matcher(trimmed.replaceAll("[\n\t]", " ")).find()) {
            var bad = Invalid.Field.of(field, "control-characters", "forms.control-characters", field);
            return rejected(bad, problems);
        }
        var length = trimmed.codePointCount(0, trimmed.length());
        if (length > longest) {
            return rejected(Invalid.Field.of(field, "too-long", "forms.too-long", field, longest, length), problems);
        }
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** @return the address; empty if it was rejected */
    public static String email(String field, String text, Invalid.Collector problems) {
        var line = line(field, text, 254, problems);
        if (line.isEmpty()) {
            return "";
        }
        var address = EmailAddress.parse(line);
        if (address.isEmpty()) {
            problems.add(
                    Invalid.Field.of(field, "email", "forms.email", field, line).rejecting(line));
        }
        return address.map(EmailAddress::value).orElse("");
    }

    private static String rejected(Invalid.Field bad, Invalid.Collector problems) {
        problems.add(bad);
        return null;
    }
}
