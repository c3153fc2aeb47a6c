package io.partnerflow.portal;

import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessDiagram.State;
import io.partnerflow.shared.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What is said about one element, in one reader's language and to that reader. */
final class LiveWords {

    private final MessageSource messages;
    private final ModelNames names;
    private final Formats formats;
    private final Locale language;
    private final String vendor;
    private final boolean toReseller;

    LiveWords(
            MessageSource messages,
            ModelNames names,
            Formats formats,
            Locale language,
            String vendor,
            boolean toReseller) {
        this.messages = messages;
        this.names = names;
        this.formats = formats;
        this.language = language;
        this.vendor = vendor;
        this.toReseller = toReseller;
    }

    String name(String inModel) {
        return names.of(inModel, language);
    }

    /** At the element itself, in a few short lines. */
    List<String> caption(ElementState element) {
        var lines = new ArrayList<String>();
        if (element.state() == State.FAILED) {
            lines.add(text("failed.short"));
            lines.add(text("since", formats.date(element.since())));
            return lines;
        }
        if (element.again()) {
            lines.add(text("again.short"));
        } else {
            lines.add(whose(element));
            lines.add(text("since", formats.date(element.since())));
        }
        if (element.due() != null) {
            lines.add(text(element.again() ? "next-try" : "until", due(element)));
        }
        return lines;
    }

    /** Beside the picture, in sentences. */
    List<String> sentences(ElementState element) {
        return switch (element.state()) {
            case DONE -> element.givenUp() ? List.of(text("given-up")) : List.of();
            case RUNNING -> List.of(text("running"));
            case FAILED -> List.of(text("failed", vendor), text("since", formats.date(element.since())));
            case WAITING -> waiting(element);
        };
    }

    private List<String> waiting(ElementState element) {
        if (element.again()) {
            return element.due() == null
                    ? List.of(text("again"))
                    : List.of(text("again"), text("next-try", due(element)));
        }
        var since = formats.date(element.since());
        var found = new ArrayList<String>();
        found.add(whose(element));
        var what = messages.getMessage("portal.diagram.at." + element.id(), new Object[] {vendor}, null, language);
        if (what != null) {
            found.add(what);
        }
        found.add(element.due() == null ? text("since", since) : text("since-until", since, due(element)));
        return found;
    }

    /** Whose move it is. */
    private String whose(ElementState element) {
        return switch (Objects.requireNonNull(element.waitsFor())) {
            case RESELLER -> text(toReseller ? "waits.you" : "waits.reseller");
            case CUSTOMER -> text(toReseller ? "waits.customer" : "waits.you");
            case VENDOR -> text("waits.vendor", vendor);
            case HOUSE -> text("waits.house");
            case CALENDAR -> text("waits.calendar");
        };
    }

    private String due(ElementState element) {
        var due = Objects.requireNonNull(element.due());
        return element.again() ? formats.time(due) : formats.date(due);
    }

    String time(ElementState element) {
        return formats.time(element.since());
    }

    String text(String key, @Nullable Object... args) {
        return messages.getMessage("portal.diagram." + key, args, language);
    }
}
