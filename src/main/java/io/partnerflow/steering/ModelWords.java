package io.partnerflow.steering;

import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.modelchanges.ModelChange;
import io.partnerflow.modelrules.Finding;
import io.partnerflow.modelrules.ModelDifference;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What pages about models say, in the reader's language. */
@Component
class ModelWords {

    private final MessageSource texts;
    private final StaffAccounts staff;
    private final SteeringTools tools;

    ModelWords(MessageSource texts, StaffAccounts staff, SteeringTools tools) {
        this.texts = texts;
        this.staff = staff;
        this.tools = tools;
    }

    Formats formats(Locale language) {
        return tools.formats(language);
    }

    /** What a person of the house is called. */
    public String person(@Nullable String id) {
        return id == null ? "" : staff.nameOf(id);
    }

    /** How the badge of a change looks. */
    public String tone(ModelChange change) {
        return switch (change.status()) {
            case PROPOSED, APPROVED -> "warn";
            case IN_FORCE -> "good";
            case REFUSED, OVERTAKEN -> "bad";
            case WITHDRAWN -> "idle";
        };
    }

    /** Key of the word for a value of one of the small sets. */
    public String key(String group, Enum<?> value) {
        return "modelchanges.%s.%s".formatted(group, value.name().toLowerCase(Locale.ROOT));
    }

    List<String> problems(Invalid invalid, Locale language) {
        return invalid.fields().stream()
                .map(bad -> {
                    var words = text(bad.text(), language, bad.args().toArray());
                    return bad.field().contains(".")
                            ? text("modelchanges.page.about-file", language, bad.field(), words)
                            : words;
                })
                .toList();
    }

    String problem(Conflict conflict, Locale language) {
        return text("conflict." + conflict.code(), language, conflict.args().toArray());
    }

    String problem(Forbidden forbidden, Locale language) {
        return text("forbidden." + forbidden.reason(), language);
    }

    String remark(Finding finding, Locale language) {
        return text(
                "modelchanges.page.about-file",
                language,
                finding.file(),
                text(finding.text(), language, finding.args().toArray()));
    }

    String difference(ModelDifference one, Locale language) {
        return switch (one.kind()) {
            case ADDED -> text("modelchanges.diff.added", language, one.name());
            case REMOVED -> text("modelchanges.diff.removed", language, one.name());
            case MOVED -> text("modelchanges.diff.moved", language, one.name());
            case CHANGED -> changed(one, language);
        };
    }

    private String changed(ModelDifference one, Locale language) {
        var property = texts.getMessage("modelchanges.property." + one.property(), null, one.property(), language);
        var before = Objects.requireNonNullElse(one.before(), "");
        var after = Objects.requireNonNullElse(one.after(), "");
        if (before.isEmpty()) {
            return text("modelchanges.diff.set", language, one.name(), property, after);
        }
        return after.isEmpty()
                ? text("modelchanges.diff.unset", language, one.name(), property, before)
                : text("modelchanges.diff.changed", language, one.name(), property, before, after);
    }

    private String text(String key, Locale language, Object... args) {
        return texts.getMessage(key, args, language);
    }
}
