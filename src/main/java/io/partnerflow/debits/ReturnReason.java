package io.partnerflow.debits;

import java.util.Arrays;
import java.util.Locale;

/**
 * Why a bank gives a debit back.
 *
 * <p><b>Source:</b> ISO 20022 external codes, as the SEPA rulebook uses them (EPC173-14).
 */
public enum ReturnReason {
    /** There was not enough money. */
    AM04(Next.AGAIN),
    /** The account number is wrong. */
    AC01(Next.NEW_MANDATE),
    /** The account is closed. */
    AC04(Next.NEW_MANDATE),
    /** The account is blocked. */
    AC06(Next.AGAIN),
    /** The account is a consumer's and cannot be debited this way. */
    AC13(Next.NEW_MANDATE),
    /** The account does not allow debits. */
    AG01(Next.NEW_MANDATE),
    /** There is no valid mandate. */
    MD01(Next.NEW_MANDATE),
    /** The customer wants the money back. */
    MD06(Next.ASK),
    /** The account holder has died. */
    MD07(Next.NEW_MANDATE),
    /** The customer refused it. */
    MS02(Next.ASK),
    /** The bank gives no reason. */
    MS03(Next.AGAIN),
    /** The bank's own rules forbid it. */
    SL01(Next.ASK);

    /** What follows. */
    enum Next {
        /** It is presented again, as often as the programme allows. */
        AGAIN,
        /** It is not presented again; later debits are. */
        ASK,
        /** Nothing more can be collected under this mandate. */
        NEW_MANDATE
    }

    private final Next next;

    ReturnReason(Next next) {
        this.next = next;
    }

    Next next() {
        return next;
    }

    /** @param code of the bank; one we do not know is none given */
    public static ReturnReason of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(code.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(MS03);
    }
}
