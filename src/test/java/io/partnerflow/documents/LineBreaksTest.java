package io.partnerflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {

    @ParameterizedTest
    @CsvSource({
        "fr, après la date d’échéance, après |la |date |d’échéance",
        "de, eine E-Mail an das Team, eine |E-Mail |an |das |Team",
        "sv, vid ”slutet” av, vid |”slutet” |av",
        "en, the customer’s own, the |customer’s |own",
        "de, das Vor-Ort-Team, das |Vor-|Ort-|Team",
    })
    void aLineEndsBetweenWords(Locale language, String text, String parts) {
        assertThat(String.join("|", parts(language, text))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"de, a", "de, ''", "fr, d’"})
    void whatIsShortIsOneLine(Locale language, String text) {
        assertThat(String.join("", parts(language, text))).isEqualTo(text);
    }

    private static List<String> parts(Locale language, String text) {
        var breaks = new LineBreaks(language);
        breaks.setText(text);
        var parts = new ArrayList<String>();
        var from = 0;
        for (var place = breaks.next(); place > from; place = breaks.next()) {
            parts.add(text.substring(from, place));
            from = place;
        }
        return parts;
    }
}
