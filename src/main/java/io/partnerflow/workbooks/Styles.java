package io.partnerflow.workbooks;

import io.partnerflow.workbooks.Cell.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What a number is meant as: Excel keeps days and shares as numbers and says so only in how they are shown. */
final class Styles {

    private final List<Kind> kinds;

    private Styles(List<Kind> kinds) {
        this.kinds = kinds;
    }

    static Styles of(Parts file) throws IOException, XMLStreamException {
        var kinds = new ArrayList<Kind>();
        var own = new HashMap<Integer, String>();
        try (var part = file.open("xl/styles.xml")) {
            if (part == null) {
                return new Styles(List.of());
            }
            try (var xml = new Xml(part)) {
                var inCells = false;
                while (xml.next()) {
                    if (xml.begins("numFmt")) {
                        own.put(number(xml.attribute("numFmtId")), String.valueOf(xml.attribute("formatCode")));
                    } else if (xml.begins("cellXfs")) {
                        inCells = true;
                    } else if (xml.ends("cellXfs")) {
                        inCells = false;
                    } else if (inCells && xml.begins("xf")) {
                        var id = number(xml.attribute("numFmtId"));
                        kinds.add(kind(id, own.getOrDefault(id, "")));
                    }
                }
            }
        }
        return new Styles(kinds);
    }

    Kind of(int style) {
        return style >= 0 && style < kinds.size() ? kinds.get(style) : Kind.NUMBER;
    }

    static int number(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** The numbers of ECMA-376 18.8.30. */
    private static Kind kind(int id, String format) {
        if (id == 9 || id == 10) {
            return Kind.PERCENT;
        }
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
            return Kind.DAY;
        }
        var shown =
                format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", "").toLowerCase(java.util.Locale.ROOT);
        if (shown.contains("%")) {
            return Kind.PERCENT;
        }
        return shown.matches(".*[ymdh].*") && !shown.contains("general") ? Kind.DAY : Kind.NUMBER;
    }
}
