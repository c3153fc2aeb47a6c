package io.partnerflow.links;

/** Where a request stands; only an open one can become anything else. */
public enum LinkRequestStatus {
    OPEN,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN
}
