package io.partnerflow.signatures;

import java.util.List;

/**
 * What the words of a paper that came back have in common with those of the one that was sent. It compares words, not
 * how they look: a word painted over is still there.
 *
 * @param sent        pages of the one sent
 * @param received    pages of the one that came back
 * @param missing     pages of the one sent that have nothing like them, counted from 1
 * @param added       pages that came back and are like none that was sent, counted from 1
 * @param withoutText pages that came back without a word on them, such as scanned ones, counted from 1
 * @param differences in the order of the pages, at most 40
 * @param more        whether there are more differences than those
 */
public record Comparison(
        int sent,
        int received,
        List<Integer> missing,
        List<Integer> added,
        List<Integer> withoutText,
        List<Difference> differences,
        boolean more) {

    /**
     * @param page   of the one that was sent, counted from 1
     * @param before words that were sent, at most 200 characters; empty if some were added only
     * @param after  words that came back; empty if some were left out only
     */
    public record Difference(int page, String before, String after) {}

    public Comparison {
        missing = List.copyOf(missing);
        added = List.copyOf(added);
        withoutText = List.copyOf(withoutText);
        differences = List.copyOf(differences);
    }

    /** Whether every page says word for word what was sent, and there is no page more or less. */
    public boolean isSame() {
        return sent == received
                && missing.isEmpty()
                && added.isEmpty()
                && withoutText.isEmpty()
                && differences.isEmpty();
    }

    /** Whether there was nothing to compare: a picture of the paper. */
    public boolean isPicture() {
        return withoutText.size() == received;
    }
}
