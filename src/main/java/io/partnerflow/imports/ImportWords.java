package io.partnerflow.imports;

import io.partnerflow.imports.Findings.Finding;
import io.partnerflow.workbooks.Cell;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What this module says, in the reader's language. */
@Component
class ImportWords {

    private static final Pattern HEADING = Pattern.compile("\\{column:(\\w+)}");

    private final MessageSource messages;

    ImportWords(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }

    String heading(String column, Locale language) {
        return text("imports.column." + column, language);
    }

    String help(String column, Locale language) {
        return text("imports.column." + column + ".help", language);
    }

    String sentence(Finding finding, Locale language) {
        var args = finding.args().stream()
                .map(arg -> {
                    var column = HEADING.matcher(arg.toString());
                    return column.matches() ? heading(column.group(1), language) : arg;
                })
                .toArray();
        return text(finding.text(), language, args);
    }

    ImportProblem problem(Finding finding, Locale language) {
        return new ImportProblem(
                finding.error(),
                finding.sheet(),
                finding.line() == 0 ? "" : Cell.address(finding.column(), finding.line()),
                finding.field().isEmpty() ? "" : heading(finding.field(), language),
                finding.shown(),
                sentence(finding, language));
    }
}
