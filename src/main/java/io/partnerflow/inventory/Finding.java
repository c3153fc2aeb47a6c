package io.partnerflow.inventory;

/** What the inspection of a returned device found. */
public enum Finding {
    SOUND,
    DAMAGED,
    /** An activation lock or an unknown password. */
    LOCKED
}
