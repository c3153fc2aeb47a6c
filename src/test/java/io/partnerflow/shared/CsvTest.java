package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://x\",\"y\")", "@SUM(1+1)*cmd|'/C calc'!A0", "+1+1", "-1+1", "\t=1+1", "\r=1"
            })
    void whatASpreadsheetWouldRunStaysText(String typed) {
        assertThat(Csv.line(List.of(typed))).isEqualTo("\"'" + typed.replace("\"", "\"\"") + "\"\r\n");
    }

    @Test
    void numbersAndOrdinaryTextsStayAsTheyAre() {
        assertThat(Csv.line(List.of("-38400.00", "1", "Tower, north", "say \"yes\"", "")))
                .isEqualTo("\"-38400.00\",\"1\",\"Tower, north\",\"say \"\"yes\"\"\",\"\"\r\n");
    }
}
