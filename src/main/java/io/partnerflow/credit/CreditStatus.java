package io.partnerflow.credit;

/** How far a credit check has come, as its reseller may know it. */
public enum CreditStatus {
    /** The agency is asked; while it is silent, again and again. */
    ASKING,
    /** A person of the vendor decides. */
    REFERRED,
    /** The answer is no; the reseller may offer another way (WA-3). */
    ALTERNATIVES,
    /** The vendor bears the risk. */
    APPROVED,
    /** The answer stays no; the order ends. */
    DECLINED
}
