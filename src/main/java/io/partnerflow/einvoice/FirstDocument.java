package io.partnerflow.einvoice;

import io.partnerflow.einvoice.ElectronicInvoice.Kind;
import io.partnerflow.einvoice.ElectronicInvoice.Line;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes a document nobody gets: the first costs most of a second, and nobody should wait for it. */
@Component
class FirstDocument {

    private final ElectronicInvoices invoices;

    FirstDocument(ElectronicInvoices invoices) {
        this.invoices = invoices;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        CompletableFuture.runAsync(() -> invoices.xml(document()));
    }

    static ElectronicInvoice document() {
        var somebody = new TradeParty("Somebody", "1", null, null, null, null, null, "SE", null, null);
        var nothing = Money.of("0", "SEK");
        var rate = Percentage.of("25");
        return new ElectronicInvoice(
                Kind.INVOICE,
                "0",
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                somebody,
                somebody,
                null,
                null,
                null,
                List.of(new Line("Nothing", null, BigDecimal.ONE, BigDecimal.ZERO, nothing, VatCategory.S, rate, null)),
                VatTotals.of(List.of(VatGroup.of(VatCategory.S, rate, List.of(nothing)))),
                List.of(),
                null,
                Locale.ENGLISH);
    }
}
