package io.partnerflow.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.web.util.HtmlUtils;

/** What somebody reads, or hears read, of a page or a paper, in runs of text. */
final class ReadAloud {

    private static final Pattern UNSEEN = Pattern.compile(
            "<(script|style)\\b.*?</\\1>|<!--.*?-->|<form[^>]*class=\"languages\".*?</form>", Pattern.DOTALL);
    /** Links to another language, and quotations: the subject of a letter stands as its reader got it. */
    private static final Pattern OTHER_LANGUAGE =
            Pattern.compile("<(\\w+)[^>]*\\s(?:hreflang=|translate=\"no\")[^>]*>.*?</\\1>", Pattern.DOTALL);

    private static final Pattern SAID = Pattern.compile(
            "\\s(?:aria-label|title|alt|placeholder|summary|data-\\w*(?:question|message|text|warning)\\w*)=\"([^\"]+)\"");
    private static final Pattern LANGUAGE = Pattern.compile("<html[^>]* lang=\"([^\"]*)\"");

    /** Where the lettering of a picture goes on in the next line. */
    private static final Pattern NEXT_LINE = Pattern.compile("(-?)</text>\\s*<text\\b[^>]*>");

    private ReadAloud() {}

    static List<String> page(String html) {
        var whole = NEXT_LINE.matcher(html).replaceAll(end -> end.group(1).isEmpty() ? " " : "");
        var seen = OTHER_LANGUAGE.matcher(UNSEEN.matcher(whole).replaceAll(" ")).replaceAll(" ");
        var said = SAID.matcher(seen).results().map(found -> found.group(1));
        return Stream.concat(Arrays.stream(seen.split("<[^>]*>")), said)
                .map(HtmlUtils::htmlUnescape)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What a page says its language is; empty if nothing. */
    static String language(String html) {
        var said = LANGUAGE.matcher(html);
        return said.find() ? said.group(1) : "";
    }

    /** A paper's title, then its lines. */
    static List<String> paper(byte[] pdf) {
        return with(pdf, paper -> {
            var lines = new ArrayList<String>();
            lines.add(String.valueOf(paper.getDocumentInformation().getTitle()));
            lines.addAll(new PDFTextStripper().getText(paper).lines().toList());
            return lines;
        });
    }

    static String languageOf(byte[] pdf) {
        return with(pdf, paper -> String.valueOf(paper.getDocumentCatalog().getLanguage()));
    }

    private interface Reading<T> {
        T of(PDDocument paper) throws IOException;
    }

    private static <T> T with(byte[] pdf, Reading<T> reading) {
        try (var paper = Loader.loadPDF(pdf)) {
            return reading.of(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
