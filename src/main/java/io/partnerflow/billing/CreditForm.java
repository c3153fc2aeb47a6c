package io.partnerflow.billing;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.util.HashMap;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a clerk wrote into the form that begins a credit note. */
@Component
class CreditForm {

    /** Number of a line and an amount: {@code 2: 150.00}. */
    private static final Pattern ROW = Pattern.compile("(\\d{1,4})\\s*[:;]?\\s+(\\d{1,12}(?:[.,]\\d{1,2})?)");

    private final InvoiceRows invoices;

    CreditForm(InvoiceRows invoices) {
        this.invoices = invoices;
    }

    /**
     * What was written; null for a field that was not asked.
     *
     * @param extent {@code all}, {@code share} or {@code lines}
     * @param again {@code yes} or {@code no}
     */
    record Answers(
            String invoice,
            String extent,
            @Nullable String share,
            @Nullable String lines,
            String reason,
            String again) {}

    /** @throws Invalid naming the field that cannot be read */
    CreditWish read(Answers answers) {
        var number = answers.invoice().strip();
        return new CreditWish(
                number,
                switch (answers.extent()) {
                    case "share" -> new CreditWish.Share(share(Objects.requireNonNullElse(answers.share(), "")));
                    case "lines" -> lines(number, Objects.requireNonNullElse(answers.lines(), ""));
                    default -> new CreditWish.All();
                },
                answers.reason().strip(),
                answers.again().equals("yes"));
    }

    private static Percentage share(String text) {
        return Percentage.parse(text.strip().replace(',', '.').replaceAll("\\s*%$", ""))
                .filter(share -> share.compareTo(Percentage.ZERO) > 0)
                .orElseThrow(() -> Invalid.field("creditShare", "credit-share", null, text));
    }

    private CreditWish.Lines lines(String number, String text) {
        var currency = invoices.find(number)
                .orElseThrow(() -> Invalid.field("invoiceNumber", "invoice-unknown", null, number))
                .net()
                .currencyCode();
        var nets = new HashMap<Integer, Money>();
        for (var row : text.strip().split("\\R+")) {
            var read = ROW.matcher(row.strip());
            if (!read.matches()) {
                throw Invalid.field("creditAmount", "credit-line-unreadable", null, row);
            }
            var net = Money.of(read.group(2).replace(',', '.'), currency);
            nets.merge(Integer.valueOf(read.group(1)), net, Money::plus);
        }
        return new CreditWish.Lines(nets);
    }
}
