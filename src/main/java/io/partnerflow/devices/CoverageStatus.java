package io.partnerflow.devices;

/** How far a case of missing seats has come. */
enum CoverageStatus {
    /** The reseller has been told, and has time. */
    WARNED,
    /** The time is over: the account can be used only in part. */
    LIMITED,
    /** Seats were there in time. */
    COVERED,
    /** Seats came after the account had been limited: it can be used in full again. */
    RESTORED
}
