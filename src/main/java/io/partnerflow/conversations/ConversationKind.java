package io.partnerflow.conversations;

/** What a conversation can be about, and which of the vendor's desks answers. */
public enum ConversationKind {
    ORDER("order-desk", "/orders/"),
    OFFER("partner-managers", "/offers/"),
    TRIAL("partner-managers", "/trials/"),
    CONTRACT("contracts", "/subscriptions/"),
    RETURN("logistics", "/returns/");

    private final String desk;
    private final String place;

    ConversationKind(String desk, String place) {
        this.desk = desk;
        this.place = place;
    }

    /** The vendor's group that answers, such as {@code order-desk}. */
    public String desk() {
        return desk;
    }

    /** The reseller's page of what it is about. */
    public String page(String number) {
        return place + number;
    }

    /**
     * What the audit trail calls a message about it. The journal of events knows these names too, except a contract's: there the
     * events of a contract are its customer's as well, and what is written to each other is not.
     */
    String action() {
        return name().toLowerCase(java.util.Locale.ROOT) + "-message-written";
    }
}
