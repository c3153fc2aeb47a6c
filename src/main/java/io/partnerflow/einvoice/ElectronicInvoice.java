package io.partnerflow.einvoice;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an issued document says, in the words of EN 16931. Amounts are final: nothing is calculated from this, it is only
 * written down, and refused if it does not add up.
 *
 * @param number        gapless within its series
 * @param dueDate       null where nothing is to be paid
 * @param seller        who supplied; on a self-billed document the partner, not the one who writes it
 * @param purchaseOrder the buyer's own reference (BT-13); null if it gave none
 * @param contract      what the lines are owed under (BT-12), such as {@code SU-2026-000001}; null if there is none
 * @param preceding     the invoice a credit note corrects (BT-25); null if it corrects none
 * @param lines         at least one, all in one currency; on a credit note positive (C-18)
 * @param totals        the document's foot, of exactly these lines
 * @param exemptions    one for each category in the totals that bears no tax
 * @param payment       where to pay; null where nothing is to be paid by transfer
 * @param costGroup     where the buyer wants it booked (BT-133); null if it did not say
 * @param note          about the whole document (BT-22), such as why something is credited; null to say nothing
 * @param language      of descriptions and notes
 */
public record ElectronicInvoice(
        Kind kind,
        String number,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        TradeParty seller,
        TradeParty buyer,
        @Nullable String purchaseOrder,
        @Nullable String contract,
        @Nullable Reference preceding,
        List<Line> lines,
        VatTotals totals,
        List<Exemption> exemptions,
        @Nullable PaymentMeans payment,
        @Nullable String costGroup,
        @Nullable String note,
        Locale language) {

    public ElectronicInvoice {
        lines = List.copyOf(lines);
        exemptions = List.copyOf(exemptions);
    }

    /** Without cost group and note. */
    public ElectronicInvoice(
            Kind kind,
            String number,
            LocalDate issueDate,
            @Nullable LocalDate dueDate,
            TradeParty seller,
            TradeParty buyer,
            @Nullable String purchaseOrder,
            @Nullable String contract,
            @Nullable Reference preceding,
            List<Line> lines,
            VatTotals totals,
            List<Exemption> exemptions,
            @Nullable PaymentMeans payment,
            Locale language) {
        this(
                kind,
                number,
                issueDate,
                dueDate,
                seller,
                buyer,
                purchaseOrder,
                contract,
                preceding,
                lines,
                totals,
                exemptions,
                payment,
                null,
                null,
                language);
    }

    /** ISO 4217. */
    public String currency() {
        return totals.net().currencyCode();
    }

    /** What a document is. */
    public enum Kind {
        INVOICE("380"),
        CREDIT_NOTE("381"),
        /** Written by the buyer in the seller's name. */
        SELF_BILLED("389"),
        /** Takes back a self-billed invoice. */
        SELF_BILLED_CREDIT("261");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** UNTDID 1001. */
        public String code() {
            return code;
        }

        public boolean isCredit() {
            return this == CREDIT_NOTE || this == SELF_BILLED_CREDIT;
        }

        public boolean isSelfBilled() {
            return this == SELF_BILLED || this == SELF_BILLED_CREDIT;
        }
    }

    /** Another document. */
    public record Reference(String number, LocalDate date) {}

    /**
     * One line.
     *
     * @param description what was supplied
     * @param note        how the amount came about, in words; null to say nothing
     * @param quantity    pieces; not 0
     * @param unitNet     one piece after discounts, up to 6 decimals
     * @param net         of all, rounded; a correction is negative
     * @param category    how it is taxed
     * @param rate        0 where the category bears no tax
     * @param period      what it pays for; null for what is charged once
     */
    public record Line(
            String description,
            @Nullable String note,
            BigDecimal quantity,
            BigDecimal unitNet,
            Money net,
            VatCategory category,
            Percentage rate,
            @Nullable Period period) {}

    /**
     * Why a category bears no tax (BT-120); its VATEX code (BT-121) follows from the category.
     *
     * @param words in the document's language, such as {@code Reverse charge, article 196 of directive 2006/112/EC}
     */
    public record Exemption(VatCategory category, String words) {}

    /**
     * A SEPA credit transfer, or a direct debit.
     *
     * @param iban      without spaces: where to pay, or the account that is debited (BT-91)
     * @param bic       null if it is not known
     * @param reference what the payer is asked to state (BT-83)
     * @param debit     null for a transfer
     */
    public record PaymentMeans(
            String iban,
            @Nullable String bic,
            String reference,
            @Nullable Debit debit) {

        /** A transfer. */
        public PaymentMeans(String iban, @Nullable String bic, String reference) {
            this(iban, bic, reference, null);
        }

        /** The invoice is collected from this account. */
        public static PaymentMeans byDebit(String iban, String mandate, String creditorId, String reference) {
            return new PaymentMeans(iban, null, reference, new Debit(mandate, creditorId));
        }
    }

    /**
     * What a direct debit is collected under.
     *
     * @param mandate    its reference (BT-89)
     * @param creditorId who collects (BT-90)
     */
    public record Debit(String mandate, String creditorId) {}
}
