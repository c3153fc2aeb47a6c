package io.partnerflow.signatures;

import io.partnerflow.documents.InterruptibleBytes;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;

/** The words of one page, in reading order, as they are compared: without layout, hyphens that break lines, ligatures. */
record PageWords(List<String> words) {

    PageWords {
        words = List.copyOf(words);
    }

    /** The words of each page. Of a file from outside only within a {@link io.partnerflow.documents.BoundedCheck}. */
    static List<PageWords> of(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(new InterruptibleBytes(pdf))) {
            UnpackedSize.check(document);
            var reader = new PageReader();
            var pages = new ArrayList<PageWords>();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                pages.add(split(reader.read(document, page)));
            }
            return pages;
        }
    }

    private static PageWords split(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\u00AD\\u200B\\uFEFF]", "");
        return new PageWords(Arrays.stream(plain.split("[\\s\\p{Z}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** How many of the words of both are in the other too, 0 to 1. */
    double likenessTo(PageWords other) {
        Map<String, Integer> left = new HashMap<>();
        words.forEach(word -> left.merge(word, 1, Integer::sum));
        var common = other.words.stream()
                .filter(word -> left.merge(word, -1, Integer::sum) >= 0)
                .count();
        return 2.0 * common / (words.size() + other.words.size());
    }
}
