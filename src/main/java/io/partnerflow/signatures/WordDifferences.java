package io.partnerflow.signatures;

import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import java.util.ArrayList;
import java.util.List;

/** Which words of a page were replaced by which others: the longest common sequence of words stays, the rest differs. */
final class WordDifferences {

    private static final int LONGEST = 200;

    /** Above this the middle of the page is told as one difference instead of being searched for what it has in common. */
    private static final long MOST_CELLS = 4_000_000;

    private final int page;
    private final List<String> before;
    private final List<String> after;
    private final List<Comparison.Difference> found = new ArrayList<>();

    private WordDifferences(int page, List<String> before, List<String> after) {
        this.page = page;
        this.before = before;
        this.after = after;
    }

    static List<Comparison.Difference> of(int page, PageWords sent, PageWords received) {
        var differences = new WordDifferences(page, sent.words(), received.words());
        differences.find();
        return differences.found;
    }

    private void find() {
        var from = 0;
        var shorter = Math.min(before.size(), after.size());
        while (from < shorter && before.get(from).equals(after.get(from))) {
            from++;
        }
        var same = 0;
        while (same < shorter - from
                && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
            same++;
        }
        var old = before.subList(from, before.size() - same);
        var other = after.subList(from, after.size() - same);
        if ((long) old.size() * other.size() > MOST_CELLS) {
            note(old, other);
        } else {
            walk(old, other, common(old, other));
        }
    }

    /** How many words the rest of both has in common, from each pair of places on. */
    private static int[][] common(List<String> old, List<String> other) {
        var common = new int[old.size() + 1][other.size() + 1];
        for (var o = old.size() - 1; o >= 0; o--) {
            if (Thread.currentThread().isInterrupted()) {
                throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
            }
            for (var n = other.size() - 1; n >= 0; n--) {
                common[o][n] = old.get(o).equals(other.get(n))
                        ? common[o + 1][n + 1] + 1
                        : Math.max(common[o + 1][n], common[o][n + 1]);
            }
        }
        return common;
    }

    private void walk(List<String> old, List<String> other, int[][] common) {
        var o = 0;
        var n = 0;
        while (o < old.size() || n < other.size()) {
            var oldFrom = o;
            var newFrom = n;
            while ((o < old.size() || n < other.size()) && !meet(old, other, o, n)) {
                if (n == other.size() || o < old.size() && common[o + 1][n] >= common[o][n + 1]) {
                    o++;
                } else {
                    n++;
                }
            }
            note(old.subList(oldFrom, o), other.subList(newFrom, n));
            while (meet(old, other, o, n)) {
                o++;
                n++;
            }
        }
    }

    private static boolean meet(List<String> old, List<String> other, int o, int n) {
        return o < old.size() && n < other.size() && old.get(o).equals(other.get(n));
    }

    private void note(List<String> old, List<String> other) {
        if (!old.isEmpty() || !other.isEmpty()) {
            found.add(new Comparison.Difference(page, shortened(old), shortened(other)));
        }
    }

    private static String shortened(List<String> words) {
        var text = String.join(" ", words.subList(0, Math.min(words.size(), LONGEST)));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
