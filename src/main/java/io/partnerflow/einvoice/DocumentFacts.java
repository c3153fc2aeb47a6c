package io.partnerflow.einvoice;

import io.partnerflow.einvoice.ElectronicInvoice.Exemption;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.VatCategory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What both ways of writing a document want to know about it.
 *
 * @param notes in the document's language
 * @param terms when it is to be paid, in the document's language; empty where nothing is
 */
record DocumentFacts(ElectronicInvoice document, List<String> notes, String terms) {

    /** UN/ECE recommendation 20: one. */
    static final String UNIT = "C62";

    private static final String CREDIT_TRANSFER = "30";
    private static final String SEPA_CREDIT_TRANSFER = "58";
    private static final String SEPA_DIRECT_DEBIT = "59";

    /** Without a VAT id where nothing on the document is subject to VAT (BR-O-02). */
    TradeParty seller() {
        return named(document.seller());
    }

    /** Without a VAT id where nothing on the document is subject to VAT (BR-O-02). */
    TradeParty buyer() {
        return named(document.buyer());
    }

    private TradeParty named(TradeParty party) {
        return isOutsideVat() ? party.withoutVatId() : party;
    }

    boolean isOutsideVat() {
        return taxes(VatCategory.O);
    }

    /** What the buyer files it under (BT-10): its own reference, else what we call the deal. */
    String buyerReference() {
        return Optional.ofNullable(document.purchaseOrder())
                .or(() -> Optional.ofNullable(document.contract()))
                .orElse(document.number());
    }

    /** From the first day any line pays for to the last (BG-14); empty if no line has days. */
    Optional<Period> period() {
        var periods = document.lines().stream()
                .map(ElectronicInvoice.Line::period)
                .filter(Objects::nonNull)
                .toList();
        return periods.stream()
                .map(Period::from)
                .min(Comparator.naturalOrder())
                .map(from -> new Period(from, lastOf(periods)));
    }

    private static LocalDate lastOf(List<Period> periods) {
        return periods.stream().map(Period::to).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The day on which what is invoiced was delivered or begun (BT-72). */
    LocalDate supplied() {
        return period().map(Period::from).orElse(document.issueDate());
    }

    /** Goods cross a border: where they go must be said (BR-IC-12). */
    boolean deliversGoods() {
        return taxes(VatCategory.K) || taxes(VatCategory.G);
    }

    private boolean taxes(VatCategory category) {
        return document.totals().groups().stream().anyMatch(group -> group.category() == category);
    }

    /** UNTDID 4461; SEPA is for euro only. */
    String paymentMeansCode() {
        var means = document.payment();
        if (means != null && means.debit() != null) {
            return SEPA_DIRECT_DEBIT;
        }
        return document.currency().equals("EUR") ? SEPA_CREDIT_TRANSFER : CREDIT_TRANSFER;
    }

    /** BT-120. */
    String exemptionWords(VatCategory category) {
        return document.exemptions().stream()
                .filter(exemption -> exemption.category() == category)
                .map(Exemption::words)
                .findFirst()
                .orElseThrow();
    }

    /** BT-121, of the code list VATEX. */
    String exemptionCode(VatCategory category) {
        return switch (category) {
            case AE -> "VATEX-EU-AE";
            case K -> "VATEX-EU-IC";
            case G -> "VATEX-EU-G";
            case O -> "VATEX-EU-O";
            case S -> throw new IllegalArgumentException("what is taxed is not exempt");
        };
    }
}
