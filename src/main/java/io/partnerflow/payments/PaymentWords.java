package io.partnerflow.payments;

import static java.util.stream.Collectors.joining;

import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorLanguage;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the billing desk reads about money that came in. */
@Component
class PaymentWords {

    private final MessageSource messages;
    private final Locale staff;
    private final Formats formats;

    PaymentWords(MessageSource messages, Vendor vendor, VendorLanguage staff) {
        this.messages = messages;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
        this.staff = staff.locale();
    }

    Formats formats() {
        return formats;
    }

    String finding(Finding finding) {
        return text("payments.finding." + finding + ".text");
    }

    String unknownInvoices(List<String> named, List<Receivable> known) {
        var numbers = known.stream().map(Receivable::invoice).toList();
        var unknown = named.stream().filter(one -> !numbers.contains(one)).collect(joining(", "));
        return unknown.isEmpty() ? text("payments.problem.none-named") : text("payments.problem.unknown", unknown);
    }

    String otherCurrency(Question question) {
        return text("payments.problem.other-currency", question.rest().currencyCode());
    }

    String left(BankEntry.Kind kind, Money left) {
        return text(
                kind == BankEntry.Kind.RETURNED ? "payments.problem.left-to-take" : "payments.problem.left",
                formats.money(left));
    }

    String payerUnknown(BankEntry.Kind kind) {
        return text(
                kind == BankEntry.Kind.RECEIVED
                        ? "payments.problem.payer-unknown"
                        : "payments.problem.nothing-to-keep");
    }

    /** One invoice, with what is open of it. */
    String line(Receivable receivable) {
        return text(
                "payments.receivable",
                receivable.invoice(),
                formats.money(receivable.open()),
                formats.money(receivable.gross()),
                formats.date(receivable.dueDate()));
    }

    String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
