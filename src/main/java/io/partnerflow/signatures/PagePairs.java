package io.partnerflow.signatures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Finds for each page that was sent the page that came back in its place, both in their order. */
final class PagePairs {

    private static final int NONE = -1;

    /** Pages with less in common than this are not the same page. */
    private static final double LEAST_ALIKE = 0.5;

    private PagePairs() {}

    /** @return for each page sent the index of its partner; -1 for none */
    static List<Integer> of(List<PageWords> sent, List<PageWords> received) {
        var alike = new double[sent.size()][received.size()];
        var best = new double[sent.size() + 1][received.size() + 1];
        for (var s = sent.size() - 1; s >= 0; s--) {
            for (var r = received.size() - 1; r >= 0; r--) {
                alike[s][r] = likeness(sent.get(s), received.get(r));
                best[s][r] = Math.max(best[s + 1][r], best[s][r + 1]);
                if (alike[s][r] >= LEAST_ALIKE) {
                    best[s][r] = Math.max(best[s][r], alike[s][r] + best[s + 1][r + 1]);
                }
            }
        }
        return partners(alike, best);
    }

    private static List<Integer> partners(double[][] alike, double[][] best) {
        var partners = new int[alike.length];
        Arrays.fill(partners, NONE);
        var s = 0;
        var r = 0;
        while (s < alike.length && r < best[0].length - 1) {
            if (alike[s][r] >= LEAST_ALIKE && best[s][r] == alike[s][r] + best[s + 1][r + 1]) {
                partners[s++] = r++;
            } else if (best[s][r] == best[s + 1][r]) {
                s++;
            } else {
                r++;
            }
        }
        return Arrays.stream(partners).boxed().collect(Collectors.toList());
    }

    /** 0 to 1; a page without words may be any page. */
    private static double likeness(PageWords one, PageWords other) {
        return other.isEmpty() || one.isEmpty() ? LEAST_ALIKE : one.likenessTo(other);
    }
}
