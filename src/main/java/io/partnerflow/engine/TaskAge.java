package io.partnerflow.engine;

/** How an open task stands against the day it should be done, the worst first. */
public enum TaskAge {
    /** Should have been done more than seven days ago. */
    LONG_OVERDUE,
    /** Should have been done already. */
    OVERDUE,
    /** Should be done before the vendor's day ends. */
    TODAY,
    /** Should be done on one of the six days after today. */
    WEEK,
    LATER,
    /** May wait as long as it likes. */
    NO_DATE;

    public boolean isOverdue() {
        return this == LONG_OVERDUE || this == OVERDUE;
    }
}
