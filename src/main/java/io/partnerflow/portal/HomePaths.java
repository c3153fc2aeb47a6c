package io.partnerflow.portal;

import io.partnerflow.overview.RecentChange;
import io.partnerflow.overview.WaitingWork;

/** Which page a line of the home page leads to. */
final class HomePaths {

    private HomePaths() {}

    /** @param mayOrder whether the reader may do it, or only look */
    static String of(WaitingWork work, boolean mayOrder) {
        var subject = work.subject();
        return switch (work.kind()) {
            case ORDER_FORM -> mayOrder ? "/forms/order/" + subject : "/orders/" + subject;
            case ACCOUNT_QUESTION -> mayOrder ? "/forms/provisioning-answer/" + subject : "/orders/" + subject;
            case CREDIT_ALTERNATIVE -> mayOrder ? "/orders/" + subject + "/credit-alternative" : "/orders/" + subject;
            case SIGNED_AGREEMENT, AGREEMENT_RETURNED, ORIGINAL -> "/orders/" + subject;
            case RECEIPT -> "/shipments/" + subject;
            case OFFER_QUESTION -> "/offers/" + subject;
            case SEATS_MISSING, ACCOUNT_LIMITED -> "/customers/" + work.customer();
            case RETURN -> "/returns/" + subject;
            case FOLLOW_UP -> mayOrder ? "/offers/new?follows=" + subject : "/subscriptions/" + subject;
            case STATEMENT -> "/statements/" + subject;
            case INVOICE_OVERDUE -> "/invoices/" + subject;
            case LINK_REQUEST -> "/links/requests/" + subject;
        };
    }

    /** @param reseller whether the reader acts for one; a customer has fewer pages. @return empty for none */
    static String of(RecentChange change, boolean reseller) {
        var kind = change.kind();
        if (kind.startsWith("INVOICE_") || kind.startsWith("CREDIT_NOTE_")) {
            return "/invoices/" + change.subject();
        }
        if (kind.startsWith("CONTRACT_")) {
            return "/contracts/" + change.subject();
        }
        return reseller ? ofReseller(change) : "";
    }

    private static String ofReseller(RecentChange change) {
        var place = change.milestone() != null
                ? "orders"
                : switch (change.kind().substring(0, change.kind().indexOf('_'))) {
                    case "TRIAL" -> "trials";
                    case "OFFER" -> "offers";
                    case "SHIPMENT" -> "shipments";
                    case "RETURN" -> "returns";
                    case "MESSAGE" -> "messages";
                    default -> "statements";
                };
        return "/" + place + "/" + change.subject();
    }
}
