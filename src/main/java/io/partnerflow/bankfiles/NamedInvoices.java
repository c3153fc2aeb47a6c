package io.partnerflow.bankfiles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds what a payer's words can mean: numbers of invoices with blanks, dashes or none, in any case, and read wrongly by
 * a machine (O for 0, l for 1). Whether an invoice has the number is for others to say.
 */
final class NamedInvoices {

    private static final int LONGEST = 64;
    private static final int MOST = 50;
    private static final String DIGIT = "[0-9OQDILSBZG]";
    private static final Pattern NUMBER = Pattern.compile("[I1L]N(" + DIGIT + "{10})");
    private static final Pattern CHECKED = Pattern.compile("RF\\d\\d(.+)");

    private NamedInvoices() {}

    /**
     * @param text the payer's own words
     * @param references what the payer's bank was told to hand on as the creditor's reference
     * @return squeezed, in the order they stand there, at most 50
     */
    static List<String> in(String text, List<String> references) {
        var named = new LinkedHashSet<String>();
        for (var reference : references) {
            var squeezed = squeeze(reference);
            add(named, squeezed);
            var checked = CHECKED.matcher(squeezed);
            if (checked.matches()) {
                add(named, checked.group(1));
            }
            findNumbers(squeezed, named);
        }
        findNumbers(squeeze(text), named);
        return List.copyOf(new ArrayList<>(named).subList(0, Math.min(MOST, named.size())));
    }

    private static void findNumbers(String squeezed, LinkedHashSet<String> named) {
        var number = NUMBER.matcher(squeezed);
        while (number.find()) {
            named.add("IN" + digits(number.group(1)));
        }
    }

    private static void add(LinkedHashSet<String> named, String squeezed) {
        if (!squeezed.isEmpty() && squeezed.length() <= LONGEST) {
            named.add(squeezed);
        }
    }

    static String squeeze(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String digits(String read) {
        return read.replaceAll("[OQD]", "0")
                .replaceAll("[IL]", "1")
                .replace('Z', '2')
                .replace('S', '5')
                .replace('G', '6')
                .replace('B', '8');
    }
}
