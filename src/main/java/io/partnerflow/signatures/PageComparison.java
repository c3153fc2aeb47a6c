package io.partnerflow.signatures;

import io.partnerflow.documents.BoundedCheck;
import io.partnerflow.documents.UploadRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Compares the words of two PDFs page by page. */
@Component
public class PageComparison {

    private static final int MOST_DIFFERENCES = 40;

    private final BoundedCheck bounded;

    PageComparison(BoundedCheck bounded) {
        this.bounded = bounded;
    }

    /**
     * @param sent     our own paper
     * @param received a PDF that has come in by {@link io.partnerflow.documents.UploadCheck}
     * @throws UploadRefused if its words cannot be read within the time and memory one file may cost
     */
    public Comparison compare(byte[] sent, byte[] received) {
        var ours = ours(sent);
        return bounded.run(() -> compare(ours, PageWords.of(received)));
    }

    /** What we have printed ourselves does no harm and shall not use up the time of the other one. */
    private static List<PageWords> ours(byte[] sent) {
        try {
            return PageWords.of(sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Comparison compare(List<PageWords> sent, List<PageWords> received) {
        var partners = PagePairs.of(sent, received);
        var differences = new ArrayList<Comparison.Difference>();
        for (var page = 0; page < sent.size(); page++) {
            var partner = partners.get(page);
            if (partner >= 0 && !received.get(partner).isEmpty()) {
                differences.addAll(WordDifferences.of(page + 1, sent.get(page), received.get(partner)));
            }
        }
        return new Comparison(
                sent.size(),
                received.size(),
                numbers(sent.size(), page -> partners.get(page) < 0),
                numbers(
                        received.size(),
                        page -> !partners.contains(page) && !received.get(page).isEmpty()),
                numbers(received.size(), page -> received.get(page).isEmpty()),
                differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())),
                differences.size() > MOST_DIFFERENCES);
    }

    private static List<Integer> numbers(int pages, IntPredicate wanted) {
        return IntStream.range(0, pages)
                .filter(wanted)
                .mapToObj(page -> page + 1)
                .toList();
    }
}
