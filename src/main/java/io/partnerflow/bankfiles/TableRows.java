package io.partnerflow.bankfiles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a table into rows and cells; cells in quotes may contain separators and line ends, quotes in them are doubled. */
final class TableRows {

    private static final int LONGEST_ROW = 20_000;

    private final BufferedReader text;
    private char separator;
    private int line;

    TableRows(InputStream content) {
        text = new BufferedReader(new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** @param line the row begins on */
    record Row(int line, List<String> cells) {}

    /** The next row that is not blank; empty at the end. */
    Optional<Row> next() throws IOException {
        var row = readLine();
        while (row != null && row.isBlank()) {
            row = readLine();
        }
        if (row == null) {
            return Optional.empty();
        }
        if (separator == 0) {
            row = row.startsWith("\uFEFF") ? row.substring(1) : row;
            separator = row.indexOf(';') >= 0 ? ';' : ',';
        }
        return Optional.of(split(row));
    }

    private String readLine() throws IOException {
        line++;
        try {
            return text.readLine();
        } catch (CharacterCodingException e) {
            throw new BankFileRefused(line, "not-utf8");
        }
    }

    private Row split(String first) throws IOException {
        var begins = line;
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var row = first;
        while (true) {
            for (var i = 0; i < row.length(); i++) {
                var sign = row.charAt(i);
                if (quoted && sign == '"' && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (sign == '"' && (quoted || cell.toString().isBlank())) {
                    quoted = !quoted;
                } else if (sign == separator && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(sign);
                }
            }
            if (!quoted) {
                cells.add(cell.toString());
                return new Row(
                        begins,
                        cells.stream()
                                .map(each -> each.replaceAll("\\p{Cntrl}", " "))
                                .toList());
            }
            row = readLine();
            if (row == null || cell.length() > LONGEST_ROW) {
                throw new BankFileRefused(begins, "quote-open");
            }
            cell.append(' ');
        }
    }
}
