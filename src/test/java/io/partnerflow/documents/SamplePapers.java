package io.partnerflow.documents;

import io.partnerflow.pricing.DebitDates;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Papers as they leave the house, with data like real ones. */
final class SamplePapers {

    static final Vendor VENDOR = new Vendor(
            "Northlight Software AB",
            "556677-8899",
            "SE556677889901",
            null,
            "Storgatan 12",
            null,
            "111 51",
            "Stockholm",
            "SE",
            "partners@northlight.example",
            "+46 8 123 456 00",
            "www.northlight.example",
            "SE4550000000058398257466",
            "ESSESESS",
            "SEB",
            "SEK",
            ZoneId.of("Europe/Stockholm"));

    static final Addressee RESELLER = new Addressee(
            "Förvaltning & Co i Göteborg AB",
            List.of("Österlånggatan 1", "411 03 Göteborg", "Sweden"),
            new PostalAddress("Österlånggatan 1", null, "411 03", "Göteborg", "SE"),
            "556036-0793",
            "SE556036079301",
            "faktura@forvaltning.example");

    static final Addressee CUSTOMER = new Addressee(
            "Brf Eken 7",
            List.of("Ekvägen 7", "413 19 Göteborg", "Sweden"),
            new PostalAddress("Ekvägen 7", null, "413 19", "Göteborg", "SE"),
            "769600-1234",
            null,
            "styrelsen@brfeken.example");

    static final Map<String, Object> RENTAL = Map.ofEntries(
            Map.entry("orderNumber", "OR-2026-000077"),
            Map.entry("offerNumber", "OF-2026-000031"),
            Map.entry("version", 1),
            Map.entry("date", LocalDate.of(2026, 6, 1)),
            Map.entry("customer", CUSTOMER),
            Map.entry("reseller", RESELLER),
            Map.entry("service", "Workplace"),
            Map.entry(
                    "rates",
                    List.of(
                            rate("Notebook 14 inch, 16 GB", 10, "29.90", "299.00"),
                            rate("Docking station", 10, "4.50", "45.00"),
                            rate("Office software, business", 10, "11.20", "112.00"),
                            rate("Insurance of devices", 10, "2.10", "21.00"),
                            rate("Cloud backup", 10, "3.30", "33.00"))),
            Map.entry(
                    "totals",
                    VatTotals.of(List.of(
                            VatGroup.of(VatCategory.S, Percentage.of("19"), List.of(Money.of("510.00", "EUR")))))),
            Map.entry("vatRate", Percentage.of("19")),
            Map.entry("vatReason", "DOMESTIC"),
            Map.entry("contractValue", Money.of("12240.00", "EUR")),
            Map.entry("termMonths", 24),
            Map.entry("termsVersion", "2026-1"),
            Map.entry("extensionMonths", 3),
            Map.entry("longestMonths", 36),
            Map.entry("returnDays", 14),
            Map.entry("noticeOfDebitDays", 14),
            Map.entry("creditorId", "SE97ZZZ5566778899"),
            Map.entry(
                    "mandate",
                    Map.of(
                            "reference", "MD-2026-000012",
                            "holder", "Brf Eken 7",
                            "iban", "DE89370400440532013000",
                            "bic", "COBADEFFXXX")));

    static final Map<String, Object> EVIDENCE = Map.ofEntries(
            Map.entry("orderNumber", "OR-2026-000077"),
            Map.entry("version", 1),
            Map.entry("customer", "Brf Eken 7"),
            Map.entry("reseller", "Förvaltning & Co i Göteborg AB"),
            Map.entry("goods", "10 × Notebook 14 inch, 10 × Docking station"),
            Map.entry("name", "Sigrid Sten"),
            Map.entry("asked", new NamedEmail("Sigrid Sten", EmailAddress.of("sigrid@brfeken.example"))),
            Map.entry("at", Papers.NOW),
            Map.entry("address", "192.0.2.17"),
            Map.entry("userAgent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"),
            Map.entry("fileName", "OR-2026-000077-agreement.pdf"),
            Map.entry("sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Map.entry("pages", 3));

    private static Map<String, Object> rate(String what, int quantity, String unit, String net) {
        return Map.of(
                "description", what,
                "quantity", BigDecimal.valueOf(quantity),
                "unit", Money.of(unit, "EUR"),
                "net", Money.of(net, "EUR"));
    }

    static final Map<String, Object> INVOICE = Map.ofEntries(
            Map.entry("number", "IN-2026-000042"),
            Map.entry("issueDate", LocalDate.of(2026, 6, 1)),
            Map.entry("dueDate", LocalDate.of(2026, 7, 1)),
            Map.entry("currency", "SEK"),
            Map.entry("buyer", RESELLER),
            Map.entry("poReference", "PO 2026-118 / M. Åkesson"),
            Map.entry("orderNumber", "OR-2026-000031"),
            Map.entry("subscriptionNumber", "SU-2026-000029"),
            Map.entry("customerName", "Brf Eken 7"),
            Map.entry("periodFrom", LocalDate.of(2026, 6, 1)),
            Map.entry("periodTo", LocalDate.of(2027, 5, 31)),
            Map.entry(
                    "lines",
                    List.of(
                            line(
                                    "Maintenance plan, licence",
                                    "2 × 12,000.00 a year − 20 % reseller discount",
                                    2,
                                    "9600.00",
                                    "19200.00"),
                            line(
                                    "Additional property",
                                    "3 × 1,250.00 a year − 20 % reseller discount",
                                    3,
                                    "1000.00",
                                    "3000.00"))),
            Map.entry(
                    "taxes",
                    List.of(new PaperTax(
                            Percentage.of("25"), Money.of("22200.00", "SEK"), Money.of("5550.00", "SEK")))),
            Map.entry("net", Money.of("22200.00", "SEK")),
            Map.entry("tax", Money.of("5550.00", "SEK")),
            Map.entry("gross", Money.of("27750.00", "SEK")),
            Map.entry("paymentReference", "IN-2026-000042"));

    /** How the invoice is collected. */
    static final Map<String, Object> NOTICE = Map.of(
            "amount", Money.of("27750.00", "SEK"),
            "day", LocalDate.of(2026, 7, 1),
            "account", "DE89 •••• 3000",
            "mandate", "MD-2026-000012",
            "creditorId", "SE97ZZZ5566778899",
            "creditorName", "Northlight Software AB");

    /** Three years, so that the list goes over pages. */
    static final Map<String, Object> DEBITS = Map.ofEntries(
            Map.entry("contract", "SU-2026-000077"),
            Map.entry("date", LocalDate.of(2026, 6, 1)),
            Map.entry("customer", CUSTOMER),
            Map.entry("mandate", "MD-2026-000012"),
            Map.entry("signedOn", LocalDate.of(2026, 5, 21)),
            Map.entry("accountHolder", "Brf Eken 7"),
            Map.entry("account", "DE89 •••• 3000"),
            Map.entry("creditor", Map.of("name", "Northlight Software AB", "id", "SE97ZZZ5566778899")),
            Map.entry("again", false),
            Map.entry("total", Money.of("21848.40", "EUR")),
            Map.entry(
                    "debits",
                    IntStream.range(0, 36)
                            .mapToObj(month -> LocalDate.of(2026, 6, 1).plusMonths(month))
                            .map(day -> Map.of(
                                    "periodFrom", day,
                                    "collectionDay", DebitDates.of(day, 0).collectionDate(),
                                    "amount", Money.of("606.90", "EUR")))
                            .toList()));

    static final Map<String, Object> AGREEMENT = Map.ofEntries(
            Map.entry("orderNumber", "OR-2026-000031"),
            Map.entry("version", "1"),
            Map.entry("date", LocalDate.of(2026, 5, 21)),
            Map.entry("customer", CUSTOMER),
            Map.entry("reseller", RESELLER),
            Map.entry("service", "Northlight Maintenance Plan"),
            Map.entry(
                    "lines",
                    List.of(
                            new PaperLine("Maintenance plan, licence", null, new BigDecimal("2"), null, null),
                            new PaperLine("Additional property", null, new BigDecimal("3"), null, null))),
            Map.entry("termMonths", 12),
            Map.entry("startDate", LocalDate.of(2026, 6, 1)),
            Map.entry("termsVersion", "2026-01"));

    static final Map<String, Object> CONFIRMATION = Map.ofEntries(
            Map.entry("orderNumber", "OR-2026-000031"),
            Map.entry("date", LocalDate.of(2026, 5, 28)),
            Map.entry("reseller", RESELLER),
            Map.entry("customer", CUSTOMER),
            Map.entry("currency", "SEK"),
            Map.entry("lines", INVOICE.get("lines")),
            Map.entry("net", Money.of("22200.00", "SEK")),
            Map.entry("subscriptionNumber", "SU-2026-000029"),
            Map.entry("startDate", LocalDate.of(2026, 6, 1)),
            Map.entry("termMonths", 12),
            Map.entry("renewalDate", LocalDate.of(2027, 6, 1)),
            Map.entry("lastNoticeDay", LocalDate.of(2027, 3, 3)),
            Map.entry("firstInvoiceDate", LocalDate.of(2026, 6, 1)),
            Map.entry("poReference", "PO 2026-118 / M. Åkesson"));

    static final Map<String, Object> WELCOME = Map.ofEntries(
            Map.entry("resellerName", "Förvaltning & Co i Göteborg AB"),
            Map.entry("contactName", "Malin Åkesson"),
            Map.entry("date", LocalDate.of(2026, 3, 2)),
            Map.entry("applicationNumber", "RA-2026-000007"),
            Map.entry("tier", "Silver"),
            Map.entry("discount", Percentage.of("20")),
            Map.entry("paymentDays", 30),
            Map.entry("portalUrl", "https://partners.northlight.example/"),
            Map.entry("termsVersion", "2026-01"),
            Map.entry("steps", List.of("1", "2", "3", "4", "5", "6")),
            Map.entry("invoicesReseller", true),
            Map.entry("rhythm", "ANNUAL"));

    private SamplePapers() {}

    private static PaperLine line(String what, String formula, int quantity, String unit, String net) {
        return new PaperLine(what, formula, BigDecimal.valueOf(quantity), Money.of(unit, "SEK"), Money.of(net, "SEK"));
    }
}
