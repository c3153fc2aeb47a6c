package io.partnerflow.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerflow.billing.InvoiceCollection;
import io.partnerflow.documents.Documents;
import io.partnerflow.parties.Organisations;
import io.partnerflow.payments.BankStatements;
import io.partnerflow.payments.Receivable;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.VendorCalendar;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Almost everybody pays: twice a month the bank sends a file with what has come in, and the billing desk books it. */
@Component
class Payers implements Chapter {

    private static final int EVERY_DAYS = 15;
    private static final int FIRST = 700;

    private final Stage stage;
    private final BankStatements statements;
    private final Receivables receivables;
    private final InvoiceCollection debits;
    private final Organisations organisations;
    private final VendorCalendar calendar;

    Payers(
            Stage stage,
            BankStatements statements,
            Receivables receivables,
            InvoiceCollection debits,
            Organisations organisations,
            VendorCalendar calendar) {
        this.stage = stage;
        this.statements = statements;
        this.receivables = receivables;
        this.debits = debits;
        this.organisations = organisations;
        this.calendar = calendar;
    }

    @Override
    public void write(Timeline timeline) {
        for (var daysAgo = FIRST; daysAgo > 0; daysAgo -= EVERY_DAYS) {
            timeline.on(daysAgo, this::pay);
        }
    }

    private void pay() {
        var paid = receivables.dueBy(calendar.today().plusDays(EVERY_DAYS)).stream()
                .filter(this::isPaid)
                .toList();
        if (!paid.isEmpty()) {
            var file = file(paid).getBytes(UTF_8);
            var name = "account-%s.csv".formatted(calendar.today());
            var statement = statements.take(new ByteArrayInputStream(file), Documents.sha256(file), name, "bengt");
            statements.confirm(statement.number(), "bengt");
            stage.aMoment();
        }
    }

    /** What is debited is not paid by transfer; one magazine has forgotten us: it is reminded twice and then cannot order. */
    private boolean isPaid(Receivable one) {
        return debits.of(one.invoice()).isEmpty()
                && !organisations.get(one.billTo()).registrationNumber().equals(Cast.TIDSKRIFTEN.registrationNumber());
    }

    private String file(List<Receivable> paid) {
        var file = new StringBuilder("booked_on;amount;currency;text;reference;payer\n");
        paid.forEach(one -> file.append("%s;%s;%s;Invoice %s;%s-%s;\"%s\"%n"
                .formatted(
                        calendar.today(),
                        one.open().amount().toPlainString(),
                        one.open().currencyCode(),
                        one.invoice(),
                        calendar.today(),
                        one.invoice(),
                        organisations.get(one.billTo()).name().replace("\"", "'"))));
        return file.toString();
    }
}
