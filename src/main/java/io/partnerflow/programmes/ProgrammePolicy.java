package io.partnerflow.programmes;

import io.partnerflow.shared.Percentage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The switches of one programme. A change is a new version; what has been agreed on under an old version stays as it was.
 *
 * <p><b>Source:</b> rules.md 1.6.
 *
 * @param code names the programme in addresses and numbers, kebab-case
 * @param version counts up with every change
 * @param name what people call the programme
 * @param precondition what an organisation must have before it can become a reseller (P-18)
 * @param trial null if the programme has no trial
 * @param agreement null if nothing is signed; needed where {@code signature} asks for a document
 * @param termsVersion version of the terms a reseller accepts with an order
 * @param terms the terms offered, shortest first
 * @param limits what an order may be
 */
public record ProgrammePolicy(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String code,
        @Min(1) int version,
        @NotBlank String name,
        @NotNull Precondition precondition,
        @Valid Trial trial,
        @NotNull Signature signature,
        @Valid Agreement agreement,
        @NotNull Check check,
        @NotNull Delivery delivery,
        @NotNull BillTo billTo,
        @NotNull Rhythm rhythm,
        @NotNull Compensation compensation,
        @NotNull Risk risk,
        @NotNull EndOfTerm endOfTerm,
        boolean returnsDevices,
        @NotBlank String termsVersion,
        @NotEmpty List<@Valid Term> terms,
        @NotNull @Valid Deadlines deadlines,
        @NotNull @Valid Limits limits) {

    public enum Precondition {
        NONE,
        HAS_MANAGER_MODEL,
        PARTNER_CONTRACT,
        MARKETPLACE_ACCESS
    }

    /** How the customer or reseller binds itself. */
    public enum Signature {
        NONE,
        ACCEPTED_TERMS,
        SIGNED_AGREEMENT
    }

    /** What is checked before anything is activated. */
    public enum Check {
        NONE,
        VENDOR_CHECKS_ORDER,
        CREDIT_CHECK
    }

    public enum Delivery {
        NONE,
        DIRECT_OR_VIA_RESELLER
    }

    public enum BillTo {
        RESELLER,
        CUSTOMER
    }

    /** How often is invoiced, always in advance. */
    public enum Rhythm {
        MONTHLY(1),
        QUARTERLY(3),
        ANNUAL(12),
        /** Once for the whole term. */
        TERM(0);

        private final int months;

        Rhythm(int months) {
            this.months = months;
        }

        /** @return months of one invoiced period */
        public int months(int termMonths) {
            return this == TERM ? termMonths : months;
        }
    }

    /** What the reseller earns. */
    public enum Compensation {
        DISCOUNT,
        KICKBACK,
        UPFRONT_COMMISSION
    }

    /** Who loses money when the customer does not pay. */
    public enum Risk {
        RESELLER,
        VENDOR
    }

    public enum EndOfTerm {
        RENEWS,
        OPEN_ENDED,
        ENDS
    }

    /**
     * @param days how many days a trial is active (C-19)
     * @param reminderDays how many days before the end reminders go out, first one first
     * @param longestExtensionDays by how much one extension may move the end
     * @param extensions how many extensions a reseller may take itself
     * @param purgeAfterMonths how long an inactive account is kept (P-41)
     * @param purgeWarningDays how many days before the purge warnings go out, first one first
     * @param customerTypes the choices of the trial form (P-30), as message keys {@code customer-type.<code>}
     * @param mostUsers how many people can get login details at once
     * @param dataReturnProduct what one property costs that the reseller takes back, by its price in the catalogue (P-42)
     */
    public record Trial(
            @Min(1) @Max(365) int days,
            @NotEmpty List<@Min(1) Integer> reminderDays,
            @Min(0) int longestExtensionDays,
            @Min(0) int extensions,
            @Min(1) int purgeAfterMonths,
            @NotEmpty List<@Min(1) Integer> purgeWarningDays,
            @NotEmpty List<@NotBlank String> customerTypes,
            @Min(1) int mostUsers,
            @NotBlank String dataReturnProduct) {}

    /**
     * @param reminderDays after how many days a signature that has not come is asked for
     * @param deadlineDays after how many days the agreement lapses
     */
    public record Agreement(
            @Min(1) int reminderDays, @Min(2) int deadlineDays) {}

    /** @param discountPct term discount, 0 where there is none (A-25..A-27) */
    public record Term(@Min(1) int months, @NotNull BigDecimal discountPct) {

        public Percentage discount() {
            return new Percentage(discountPct);
        }
    }

    /**
     * @param orderFormReminderDays after how many days a started order without its form is reminded of
     * @param orderFormDays after how many days it lapses
     * @param paymentDays from issue to due date (C-07)
     * @param noticeDays before the renewal date (PA-9, A-09)
     * @param reductionWindowMonths before the renewal date, in which seats cannot be reduced; 0 for none
     */
    public record Deadlines(
            @Min(1) int orderFormReminderDays,
            @Min(2) int orderFormDays,
            @Min(0) int paymentDays,
            @Min(0) int noticeDays,
            @Min(0) int reductionWindowMonths) {}

    /**
     * @param largestQuantity of one order line
     * @param backdatingMonths how far back an order may start; 0 for not at all (AA-9)
     * @param futureMonths how far ahead it may start
     */
    public record Limits(
            @Min(1) int largestQuantity,
            @Min(0) int backdatingMonths,
            @Min(0) int futureMonths) {}

    /** @return the term of so many months, empty if it is not offered */
    public Optional<Term> term(int months) {
        return terms.stream().filter(term -> term.months() == months).findFirst();
    }

    /** Whether a customer can try before it buys. */
    public boolean hasTrial() {
        return trial != null;
    }

    /** Whether an order needs a signed agreement. */
    public boolean needsSignedAgreement() {
        return signature == Signature.SIGNED_AGREEMENT;
    }

    /** What the reseller itself invoices to the customer. */
    public enum ResellerBills {
        /** The vendor invoices the reseller, the reseller its customer (P-13). */
        EVERYTHING,
        /** The vendor invoices the customer; the reseller what it adds to the bundle (W-17). */
        OWN_SERVICES,
        NOTHING
    }

    /** Follows from who is invoiced and what the reseller earns (C-22). */
    public ResellerBills resellerBills() {
        if (billTo == BillTo.RESELLER) {
            return ResellerBills.EVERYTHING;
        }
        return compensation == Compensation.UPFRONT_COMMISSION ? ResellerBills.OWN_SERVICES : ResellerBills.NOTHING;
    }
}
