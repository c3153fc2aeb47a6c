package io.partnerflow.programmes;

import io.partnerflow.shared.Percentage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
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
 * @param kickback null if the reseller earns none; needed where {@code compensation} is a kickback
 * @param devices null if seats need not cover deployed devices
 * @param dunning null if late payers are not reminded
 * @param additiveDiscounts whether term and partner discount are added up instead of taken off one after the other (AA-8)
 * @param currency ISO 4217, what prices and invoices are in; null for the vendor's own
 * @param offer null if orders need no offer to the customer first
 * @param credit null if nobody's credit is checked; needed where {@code check} is a credit check
 * @param shipping null if nothing is delivered; needed where {@code delivery} is something
 * @param directDebit null if customers pay by transfer
 * @param ending null if the term does not end by itself; needed where {@code endOfTerm} is ENDS
 * @param returns null if nothing comes back; needed where devices are returned
 * @param upfront null if there is no upfront commission; needed where {@code compensation} is one
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
        @NotNull @Valid Limits limits,
        @Valid Kickback kickback,
        @Valid Devices devices,
        @Valid Dunning dunning,
        boolean additiveDiscounts,
        @Pattern(regexp = "[A-Z]{3}") String currency,
        @Valid Offer offer,
        @Valid Credit credit,
        @Valid Shipping shipping,
        @Valid DirectDebit directDebit,
        @Valid Ending ending,
        @Valid Returns returns,
        @Valid Upfront upfront) {

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
     * @param paper name of the template it is printed from
     * @param original null if a signed copy is enough
     */
    public record Agreement(
            @Min(1) int reminderDays,
            @Min(2) int deadlineDays,
            @NotBlank String paper,
            @Valid Original original) {

        public Agreement {
            paper = paper == null ? "agreement" : paper;
        }
    }

    /**
     * A scan is accepted at once, its original has to follow (W-07, WA-2).
     *
     * @param reminderDays how many days after the scan the original is asked for, first one first
     * @param dueDays after how many days the contracts desk has to see to it
     */
    public record Original(
            @NotEmpty List<@Min(1) Integer> reminderDays,
            @Min(1) int dueDays) {}

    /**
     * What is put together is offered to the customer before anything is ordered (W-04).
     *
     * @param validDays how many days an offer can be accepted after it was sent
     * @param reminderDays how many days before its end the customer is reminded, first one first; may be empty
     */
    public record Offer(
            @Min(1) @Max(365) int validDays, @NotNull List<@Min(1) Integer> reminderDays) {}

    /**
     * @param validDays how long the answer of a credit check holds (WA-4)
     * @param alternativeDays how long the reseller may look for another way after the answer was no (WA-3)
     */
    public record Credit(@Min(1) int validDays, @Min(1) int alternativeDays) {}

    /** @param damageReportDays how many days after receipt damage can be reported */
    public record Shipping(@Min(1) int damageReportDays) {}

    /**
     * @param preNotificationDays how many days before a debit it must have been announced (WA-11)
     * @param retryDays after how many days a returned debit is presented again
     * @param retries how often; after that the invoice is dunned
     */
    public record DirectDebit(
            @Min(1) int preNotificationDays,
            @Min(1) int retryDays,
            @Min(0) int retries) {}

    /**
     * A term that ends by itself (W-30).
     *
     * @param followUpMonths how many months before the end the reseller is asked for a follow-up offer (W-22)
     * @param extensionMonths by how much a contract can be extended at a time; 0 for not at all (W-31)
     * @param longestMonths no extension leads beyond that
     */
    public record Ending(
            @Min(0) int followUpMonths,
            @Min(0) int extensionMonths,
            @Min(0) int longestMonths) {}

    /**
     * What has to come back after the end (W-25).
     *
     * @param dueDays how many days after the end of the contract
     * @param reminderDays how many days after that the missing devices are asked for, first one first (WA-10)
     * @param chargeDays how many days after that they are charged
     */
    public record Returns(
            @Min(1) int dueDays,
            @NotNull List<@Min(1) Integer> reminderDays,
            @Min(1) int chargeDays) {}

    /**
     * The commission for a whole term, payable when everything is delivered (WA-1); its rates are a decision table.
     *
     * @param disputeDays how long the reseller may object before it is paid out; 0 for at once
     * @param payoutThreshold smallest amount that is paid out
     * @param setOff whether the reseller's own overdue invoices are paid from it first
     */
    public record Upfront(
            @Min(0) int disputeDays,
            @NotNull @PositiveOrZero BigDecimal payoutThreshold,
            boolean setOff) {}

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
     * @param renewalReminderDays how many days before the renewal date reminders go out, first one first; may be empty
     */
    public record Deadlines(
            @Min(1) int orderFormReminderDays,
            @Min(2) int orderFormDays,
            @Min(0) int paymentDays,
            @Min(0) int noticeDays,
            @Min(0) int reductionWindowMonths,
            @NotNull List<@Min(1) Integer> renewalReminderDays) {

        public Deadlines {
            renewalReminderDays = renewalReminderDays == null ? List.of() : List.copyOf(renewalReminderDays);
        }
    }

    /**
     * @param largestQuantity of one order line
     * @param backdatingMonths how far back an order may start; 0 for not at all (AA-9)
     * @param futureMonths how far ahead it may start
     * @param backdatedBilling what becomes of periods that had begun before the order (AA-9)
     * @param severalSubscriptions whether a customer may have more than one at a time
     */
    public record Limits(
            @Min(1) int largestQuantity,
            @Min(0) int backdatingMonths,
            @Min(0) int futureMonths,
            @NotNull BackdatedBilling backdatedBilling,
            boolean severalSubscriptions) {

        public Limits {
            backdatedBilling = backdatedBilling == null ? BackdatedBilling.CATCH_UP : backdatedBilling;
        }
    }

    /** What becomes of periods that had begun before the order (AA-9). */
    public enum BackdatedBilling {
        /** They are invoiced at once: the service has been used. */
        CATCH_UP,
        /** They were paid elsewhere. */
        ASSUME_PAID
    }

    /**
     * A monthly share of what the reseller's customers were invoiced (H-11); the rate itself is a decision table.
     *
     * @param trigger what makes an invoice count (HA-2)
     * @param disputeDays how long the reseller may object to a statement before it is paid out
     * @param payoutThreshold smallest amount that is paid out; less is carried to the next month
     * @param setOff whether the reseller's own overdue invoices are paid from it first (HA-4)
     */
    public record Kickback(
            @NotNull Trigger trigger,
            @Min(0) int disputeDays,
            @NotNull @PositiveOrZero BigDecimal payoutThreshold,
            boolean setOff) {

        public enum Trigger {
            ISSUED,
            PAID
        }
    }

    /** @param graceDays how long seats may be fewer than deployed devices before the account is limited (AA-12) */
    public record Devices(@Min(0) int graceDays) {}

    /**
     * What happens to an invoice that is not paid, in days after its due date.
     *
     * @param reminderDays first reminder
     * @param secondReminderDays second reminder
     * @param blockDays from then on the payer can order nothing new
     */
    public record Dunning(
            @Min(1) int reminderDays,
            @Min(1) int secondReminderDays,
            @Min(1) int blockDays) {}

    /** @return the term of so many months, empty if it is not offered */
    public Optional<Term> term(int months) {
        return terms.stream().filter(term -> term.months() == months).findFirst();
    }

    /** Whether a customer can try before it buys. */
    public boolean hasTrial() {
        return trial != null;
    }

    /** Whether the customer accepts an offer before anything is ordered. */
    public boolean soldByOffer() {
        return offer != null;
    }

    /** Whether the customer's credit is checked before the deal is made (W-11). */
    public boolean checksCredit() {
        return check == Check.CREDIT_CHECK;
    }

    /** Whether something is delivered before the term begins (WA-5). */
    public boolean delivers() {
        return delivery != Delivery.NONE;
    }

    /** @param vendorCurrency what the vendor sells in where the programme says nothing else */
    public String currencyOr(String vendorCurrency) {
        return currency == null ? vendorCurrency : currency;
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
