package io.partnerflow.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says before anybody confirms what is unusual about an order. */
@Component
public class OrderWarnings {

    private final OrderWords words;
    private final MessageSource messages;

    OrderWarnings(OrderWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** <b>Source:</b> AA-9, AA-15. */
    public List<String> of(OrderEstimate order, Locale language) {
        var warnings = new ArrayList<String>();
        var formats = words.formats(language);
        var term = order.estimate().term();
        var start = formats.date(term.from());
        if (term.from().isBefore(order.orderDate())) {
            warnings.add(past(order, start, language));
        } else if (term.from().isAfter(order.orderDate())) {
            warnings.add(text("estimate.warning.future", language, start));
        }
        if (order.noticeTooLate()) {
            var deadlines = order.estimate().deadlines();
            warnings.add(text(
                    "estimate.warning.notice-passed",
                    language,
                    formats.date(deadlines.lastDayForNotice()),
                    formats.date(deadlines.renewalDate())));
        }
        return warnings;
    }

    private String past(OrderEstimate order, String start, Locale language) {
        var atOnce = order.estimate().invoices().stream()
                .filter(invoice -> invoice.issueDate().equals(order.orderDate()))
                .findFirst();
        return atOnce.map(invoice -> text(
                        "estimate.warning.past",
                        language,
                        start,
                        invoice.periods().size(),
                        words.formats(language).money(invoice.net())))
                .orElseGet(() -> text("estimate.warning.past-paid", language, start));
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
