package io.partnerflow.portal;

import io.partnerflow.access.KeptForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Puts what was typed back into its form on a page of ours, whatever fields that has. */
class RefilledForm {

    private static final Set<String> OWN = Set.of("_csrf", "_refresh", "_resumed");

    private final KeptForm kept;
    private final MessageSource messages;
    private final Locale language;
    private final Map<String, List<String>> left = new HashMap<>();

    RefilledForm(KeptForm kept, MessageSource messages, Locale language) {
        this.kept = kept;
        this.messages = messages;
        this.language = language;
        kept.entries().forEach((name, values) -> left.put(name, new ArrayList<>(values)));
    }

    /**
     * @param address of the page, where a form without one of its own is sent
     * @return null if the form is not on the page
     */
    @Nullable
    String in(String html, String address) {
        var page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        var form = page.select("form[method=post]").stream()
                .filter(one -> kept.path().equals(action(one, address)))
                .max(Comparator.comparing(this::alike))
                .orElse(null);
        if (form == null) {
            return null;
        }
        form.select("input[name], select[name], textarea[name]").forEach(this::fill);
        form.attr("data-typed", "yes");
        form.prepend("<div class=\"alert\" data-tone=\"info\" role=\"status\" id=\"typed-before\"><p></p></div>");
        form.selectFirst("#typed-before > p").text(text("portal.resume.filled"));
        form.select("input[type=file]").forEach(this::chooseAgain);
        for (var open = form.closest("details"); open != null; open = parentDetails(open)) {
            open.attr("open", "");
        }
        return page.outerHtml();
    }

    private static @Nullable Element parentDetails(Element details) {
        return details.parent() == null ? null : details.parent().closest("details");
    }

    private static String action(Element form, String address) {
        var action = form.attr("action");
        return action.isEmpty() ? address : action.replaceFirst("[?#].*", "");
    }

    /** Several forms of a page may go to one address; what is hidden in them tells them apart. */
    private long alike(Element form) {
        return form.select("input[type=hidden][name], button[name][value]").stream()
                .filter(hidden -> kept.entries()
                        .getOrDefault(hidden.attr("name"), List.of())
                        .contains(hidden.attr("value")))
                .count();
    }

    private void fill(Element field) {
        var name = field.attr("name");
        if (OWN.contains(name)) {
            return;
        }
        var type = field.attr("type").toLowerCase(Locale.ROOT);
        if ("checkbox".equals(type) || "radio".equals(type)) {
            check(
                    field,
                    left.getOrDefault(name, List.of()).contains(field.hasAttr("value") ? field.attr("value") : "on"));
        } else if ("select".equals(field.tagName())) {
            choose(field, name);
        } else if (!Set.of("file", "password", "submit", "button").contains(type) && left.containsKey(name)) {
            var values = left.get(name);
            var value = values.isEmpty() ? "" : values.remove(0);
            if ("textarea".equals(field.tagName())) {
                field.text(value);
            } else {
                field.attr("value", value);
            }
        }
    }

    private static void check(Element field, boolean checked) {
        if (checked) {
            field.attr("checked", "");
        } else {
            field.removeAttr("checked");
        }
    }

    private void choose(Element field, String name) {
        var chosen = left.get(name);
        if (chosen != null && field.select("option").stream().anyMatch(option -> chosen.contains(option.val()))) {
            field.select("option").forEach(option -> {
                option.removeAttr("selected");
                if (chosen.contains(option.val())) {
                    option.attr("selected", "");
                }
            });
        }
    }

    private void chooseAgain(Element file) {
        var id = "typed-before-" + file.attr("name");
        file.before("<p class=\"hint\"></p>");
        file.previousElementSibling().attr("id", id).text(text("portal.resume.files"));
        file.attr("aria-describedby", (file.attr("aria-describedby") + " " + id).strip());
    }

    private String text(String key) {
        return messages.getMessage(key, null, language);
    }
}
