package io.partnerflow.einvoice;

import io.partnerflow.einvoice.ElectronicInvoice.Exemption;
import io.partnerflow.einvoice.ElectronicInvoice.Kind;
import io.partnerflow.einvoice.ElectronicInvoice.Line;
import io.partnerflow.einvoice.ElectronicInvoice.PaymentMeans;
import io.partnerflow.einvoice.ElectronicInvoice.Reference;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.CreditNote;
import io.partnerflow.tax.TaxedLine;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document of every case the house issues, with parties like real ones. */
final class SampleDocuments {

    static final TradeParty VENDOR = party(
            "Northlight Software AB",
            "559999-9991",
            "SE559999999101",
            "Storgatan 12",
            "111 51",
            "Stockholm",
            "SE",
            "partners@northlight.example");
    static final TradeParty SWEDE = party(
            "Förvaltning & Co i Göteborg AB",
            "556036-0793",
            "SE556036079301",
            "Österlånggatan 1",
            "411 03",
            "Göteborg",
            "SE",
            "faktura@forvaltning.example");
    static final TradeParty GERMAN = party(
            "Hausverwaltung Müller GmbH",
            "HRB 12345",
            "DE136695976",
            "Hauptstraße 5",
            "59494",
            "Soest",
            "DE",
            "rechnung@mueller.example");
    static final TradeParty FRENCH = party(
            "Gestion Dupont SARL",
            "732829320",
            "FR44732829320",
            "12 rue de l'Église",
            "69002",
            "Lyon",
            "FR",
            "factures@dupont.example");
    static final TradeParty NORWEGIAN =
            party("Fjord Eiendom AS", "923609016", null, "Storgata 1", "0155", "Oslo", "NO", "faktura@fjord.example");

    private static final Period YEAR = new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 6, 1));
    private static final LocalDate ISSUED = LocalDate.of(2026, 6, 1);

    private SampleDocuments() {}

    /** By the name their file has. */
    static Map<String, ElectronicInvoice> all() {
        var all = new LinkedHashMap<String, ElectronicInvoice>();
        all.put("domestic", domestic());
        all.put("reverse-charge", foreign("IN-2026-000002", GERMAN, VatCategory.AE, "EUR"));
        all.put("reverse-charge-french", foreign("IN-2026-000003", FRENCH, VatCategory.AE, "EUR"));
        all.put("intra-community-goods", foreign("IN-2026-000004", GERMAN, VatCategory.K, "EUR"));
        all.put("outside-eu-service", foreign("IN-2026-000005", NORWEGIAN, VatCategory.O, "SEK"));
        all.put("outside-eu-goods", foreign("IN-2026-000006", NORWEGIAN, VatCategory.G, "SEK"));
        all.put("two-rates", twoRates());
        all.put("prorated", prorated());
        all.put("zero-amount", zero());
        all.put("odd-characters", odd());
        all.put("credit-note-full", credit("CN-2026-000001", 1, 1));
        all.put("credit-note-partial", credit("CN-2026-000002", 181, 365));
        all.put("credit-note-last", lastCredit());
        all.put("self-billed-as-agreed", withoutDueDate());
        all.put("self-billed", selfBilled(Kind.SELF_BILLED, "SB-2026-000001", SWEDE, VatCategory.S));
        all.put("self-billed-foreign", selfBilled(Kind.SELF_BILLED, "SB-2026-000002", GERMAN, VatCategory.AE));
        all.put("self-billed-credit", selfBilled(Kind.SELF_BILLED_CREDIT, "SC-2026-000001", SWEDE, VatCategory.S));
        all.put("self-billed-small-seller", selfBilled(Kind.SELF_BILLED, "SB-2026-000003", small(), VatCategory.O));
        return all;
    }

    static ElectronicInvoice domestic() {
        return invoice(
                "IN-2026-000001",
                SWEDE,
                "SEK",
                List.of(
                        line("Maintenance plan, licence", "2", "9600", "19200.00", VatCategory.S, "25"),
                        line("Additional property", "3", "1000", "3000.00", VatCategory.S, "25")));
    }

    private static ElectronicInvoice foreign(String number, TradeParty buyer, VatCategory category, String currency) {
        return invoice(
                number, buyer, currency, List.of(line("Seats", "12", "79.92", "959.04", category, "0", currency)));
    }

    private static ElectronicInvoice twoRates() {
        return invoice(
                "IN-2026-000007",
                SWEDE,
                "SEK",
                List.of(
                        line("Plan", "1", "1000.10", "1000.10", VatCategory.S, "25"),
                        line("Handbook", "7", "99.99", "699.93", VatCategory.S, "6"),
                        line("More of the plan", "1", "0.01", "0.01", VatCategory.S, "25")));
    }

    /** Unit prices that are only there for reading, and a correction. */
    private static ElectronicInvoice prorated() {
        return invoice(
                "IN-2026-000008",
                SWEDE,
                "SEK",
                List.of(
                        line("Seats added on 3 March", "7", "48.123288", "336.86", VatCategory.S, "25"),
                        line("Seats of a year, a part of it", "3", "1000", "1487.67", VatCategory.S, "25"),
                        line("Taken back", "1", "-100", "-100.00", VatCategory.S, "25")));
    }

    private static ElectronicInvoice zero() {
        return invoice(
                "IN-2026-000009",
                SWEDE,
                "SEK",
                List.of(line("Plan, free of charge", "1", "0", "0.00", VatCategory.S, "25")));
    }

    private static ElectronicInvoice odd() {
        return invoice(
                "IN-2026-000010",
                SWEDE,
                "SEK",
                List.of(line(
                        "<b>\"Plan\" & 'more'</b> \u0007 – Ωmega, Łódź, 日本, \uD83D\uDE00 ]]> \uFFFF "
                                + "a very long description ".repeat(12),
                        "1",
                        "10",
                        "10.00",
                        VatCategory.S,
                        "25")));
    }

    private static ElectronicInvoice credit(String number, int part, int whole) {
        var invoice = domestic();
        var lines = invoice.lines().stream()
                .map(line -> new Line(
                        line.description(),
                        line.note(),
                        line.quantity(),
                        line.unitNet(),
                        line.net().share(part, whole),
                        line.category(),
                        line.rate(),
                        line.period()))
                .toList();
        return new ElectronicInvoice(
                Kind.CREDIT_NOTE,
                number,
                ISSUED.plusDays(40),
                null,
                invoice.seller(),
                invoice.buyer(),
                invoice.purchaseOrder(),
                invoice.contract(),
                new Reference(invoice.number(), invoice.issueDate()),
                lines,
                CreditNote.of(taxed(invoice.lines()), part, whole).credited(),
                List.of(),
                null,
                "Project 7",
                "Cancelled within the trial",
                Locale.ENGLISH);
    }

    /** Takes back the last of an invoice, and with it a tax that its net alone would not have. */
    private static ElectronicInvoice lastCredit() {
        var one = credit("CN-2026-000003", 1, 3);
        var group = one.totals().groups().get(0);
        var last = VatTotals.of(List.of(new VatGroup(
                group.category(), group.rate(), group.net(), group.vat().minus(Money.of("0.02", "SEK")))));
        return new ElectronicInvoice(
                one.kind(),
                one.number(),
                one.issueDate(),
                one.dueDate(),
                one.seller(),
                one.buyer(),
                one.purchaseOrder(),
                one.contract(),
                one.preceding(),
                one.lines(),
                last,
                one.exemptions(),
                one.payment(),
                one.language());
    }

    /** As compensation is paid: with the next payout, to an account nobody has told us. */
    private static ElectronicInvoice withoutDueDate() {
        var one = selfBilled(Kind.SELF_BILLED, "SB-2026-000004", SWEDE, VatCategory.S);
        return new ElectronicInvoice(
                one.kind(),
                one.number(),
                one.issueDate(),
                null,
                one.seller(),
                one.buyer(),
                null,
                one.contract(),
                null,
                one.lines(),
                one.totals(),
                one.exemptions(),
                null,
                one.language());
    }

    private static ElectronicInvoice selfBilled(Kind kind, String number, TradeParty seller, VatCategory category) {
        var rate = category == VatCategory.S ? "25" : "0";
        var lines = List.of(
                line("Kickback 10 % on IN-2026-000001", "1", "2220", "2220.00", category, rate),
                line("Kickback 10 % on credit note CN-2026-000002", "1", "-1100.88", "-1100.88", category, rate));
        return new ElectronicInvoice(
                kind,
                number,
                ISSUED.plusMonths(1),
                kind.isCredit() ? null : ISSUED.plusMonths(1).plusDays(10),
                seller,
                VENDOR,
                null,
                "ST-2026-000001",
                kind.isCredit() ? new Reference("SB-2026-000001", ISSUED.plusMonths(1)) : null,
                lines,
                VatTotals.ofLines(taxed(lines)),
                exemptions(lines),
                kind.isCredit() ? null : new PaymentMeans("SE7280000810340009783242", "SWEDSESS", number),
                Locale.ENGLISH);
    }

    private static ElectronicInvoice invoice(String number, TradeParty buyer, String currency, List<Line> lines) {
        return new ElectronicInvoice(
                Kind.INVOICE,
                number,
                ISSUED,
                ISSUED.plusDays(30),
                VENDOR,
                buyer,
                "PO 2026-118 / M. Åkesson",
                "SU-2026-000029",
                null,
                lines,
                VatTotals.ofLines(taxed(lines)),
                exemptions(lines),
                new PaymentMeans("SE4550000000058398257466", "ESSESESS", number),
                Locale.ENGLISH);
    }

    private static List<Exemption> exemptions(List<Line> lines) {
        return lines.stream()
                .map(Line::category)
                .distinct()
                .filter(category -> category != VatCategory.S)
                .map(category -> new Exemption(category, words(category)))
                .toList();
    }

    private static String words(VatCategory category) {
        return switch (category) {
            case AE -> "Reverse charge, article 196 of directive 2006/112/EC";
            case K -> "Intra-community supply, article 138 of directive 2006/112/EC";
            case G -> "Export, article 146 of directive 2006/112/EC";
            default -> "Outside the scope of VAT";
        };
    }

    private static List<TaxedLine> taxed(List<Line> lines) {
        return lines.stream()
                .map(line -> new TaxedLine(line.category(), line.rate(), line.net()))
                .toList();
    }

    private static Line line(String what, String quantity, String unit, String net, VatCategory category, String rate) {
        return line(what, quantity, unit, net, category, rate, "SEK");
    }

    private static Line line(
            String what, String quantity, String unit, String net, VatCategory category, String rate, String currency) {
        return new Line(
                what,
                "%s × %s".formatted(quantity, unit),
                new BigDecimal(quantity),
                new BigDecimal(unit),
                Money.of(net, currency),
                category,
                Percentage.of(rate),
                category == VatCategory.S || category == VatCategory.AE ? YEAR : null);
    }

    /** A seller that is not registered for VAT. */
    private static TradeParty small() {
        return party("Enkel Firma", "559999-9983", null, "Byvägen 3", "411 04", "Göteborg", "SE", "hej@enkel.example");
    }

    private static TradeParty party(
            String name,
            String registration,
            @Nullable String vatId,
            String street,
            String postalCode,
            String city,
            String country,
            String email) {
        return new TradeParty(
                name, registration, vatId, street, null, postalCode, city, country, email, "+46 8 123 456 00");
    }
}
