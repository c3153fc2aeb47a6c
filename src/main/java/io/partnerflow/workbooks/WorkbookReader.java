package io.partnerflow.workbooks;

import io.partnerflow.workbooks.WorkbookRefused.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in the sheets of a workbook ({@code .xlsx}): values, never what a formula would do. Memory grows with
 * the rows that are allowed and not with the file.
 *
 * <p><b>Source:</b> ECMA-376 part 1, 18 (SpreadsheetML); both of its namespaces.
 */
public final class WorkbookReader {

    private static final int MOST_SHEETS = 50;
    private static final int MOST_STRINGS = 300_000;

    private final Parts file;
    private final int mostRows;
    private final Predicate<Row> wanted;
    private final Budget budget = new Budget();

    private WorkbookReader(Parts file, int mostRows, Predicate<Row> wanted) {
        this.file = file;
        this.mostRows = mostRows;
        this.wanted = wanted;
    }

    /**
     * @param content the file's bytes
     * @param mostRows how many rows with something in them a sheet may have
     * @return its sheets from left to right, charts left out
     * @throws WorkbookRefused with the reason
     */
    public static List<Sheet> read(byte[] content, int mostRows) {
        return read(content, mostRows, second -> true);
    }

    /**
     * The same, but of a sheet nobody wants nothing is kept.
     *
     * @param wanted told by a sheet's second row
     */
    public static List<Sheet> read(byte[] content, int mostRows, Predicate<Row> wanted) {
        try (var file = new Parts(content)) {
            return new WorkbookReader(file, mostRows, wanted).sheets();
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            if (broken instanceof WorkbookRefused refused) {
                throw refused;
            }
            throw new WorkbookRefused(Reason.BROKEN);
        }
    }

    private record Listed(String name, boolean hidden, String id) {}

    private List<Sheet> sheets() throws IOException, XMLStreamException {
        refuseMacros();
        var listed = new ArrayList<Listed>();
        var from1904 = list(listed);
        var targets = targets();
        var styles = Styles.of(file);
        var texts = texts();
        var sheets = new ArrayList<Sheet>();
        for (var one : listed) {
            var part = targets.get(one.id());
            if (part != null && part.contains("worksheets/")) {
                sheets.add(new SheetReader(texts, styles, from1904, mostRows, wanted, budget)
                        .read(file, part, one.name(), one.hidden()));
            }
        }
        return sheets;
    }

    private void refuseMacros() throws IOException, XMLStreamException {
        try (var part = file.open("[Content_Types].xml")) {
            if (part == null) {
                throw new WorkbookRefused(Reason.NOT_EXCEL);
            }
            try (var xml = new Xml(part)) {
                while (xml.next()) {
                    if (xml.begins("Override")
                            && String.valueOf(xml.attribute("ContentType")).contains("macroEnabled")) {
                        throw new WorkbookRefused(Reason.MACROS);
                    }
                }
            }
        }
    }

    /** @return whether its days are counted from 1904, as on old Macs */
    private boolean list(List<Listed> listed) throws IOException, XMLStreamException {
        var from1904 = false;
        try (var part = file.open("xl/workbook.xml");
                var xml = new Xml(java.util.Objects.requireNonNull(part))) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.begins("sheet") && listed.size() < MOST_SHEETS) {
                    var state = xml.attribute("state");
                    listed.add(new Listed(
                            String.valueOf(xml.attribute("name")),
                            state != null && !state.equals("visible"),
                            String.valueOf(xml.attribute("id"))));
                }
            }
        }
        return from1904;
    }

    static boolean isTrue(@Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    private Map<String, String> targets() throws IOException, XMLStreamException {
        var targets = new HashMap<String, String>();
        try (var part = file.open("xl/_rels/workbook.xml.rels")) {
            if (part == null) {
                return targets;
            }
            try (var xml = new Xml(part)) {
                while (xml.next()) {
                    if (xml.begins("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
                        var target = String.valueOf(xml.attribute("Target"));
                        targets.put(
                                String.valueOf(xml.attribute("Id")),
                                target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    }
                }
            }
        }
        return targets;
    }

    /** The texts all sheets share, without the small letters that say how to pronounce them. */
    private List<String> texts() throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        try (var part = file.open("xl/sharedStrings.xml")) {
            if (part == null) {
                return texts;
            }
            try (var xml = new Xml(part)) {
                while (xml.next()) {
                    if (xml.begins("si")) {
                        if (texts.size() == MOST_STRINGS) {
                            throw new WorkbookRefused(Reason.TOO_LARGE, MOST_STRINGS);
                        }
                        var text = text(xml, "si");
                        budget.letters(text);
                        texts.add(text);
                    }
                }
            }
        }
        return texts;
    }

    /** Everything written in the element, to its end. */
    static String text(Xml xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        var inText = false;
        var aside = false;
        while (xml.next() && !xml.ends(element)) {
            if (xml.begins("rPh")) {
                aside = true;
            } else if (xml.ends("rPh")) {
                aside = false;
            } else if (xml.begins("t")) {
                inText = true;
            } else if (xml.ends("t")) {
                inText = false;
            } else if (inText && !aside && xml.isText() && text.length() <= SheetReader.LONGEST_TEXT) {
                text.append(xml.text());
            }
        }
        return text.toString();
    }
}
