package io.partnerflow.portal;

import io.partnerflow.shipping.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What somebody says of each piece on a page about a shipment: arrived, or missing. */
final class ReceiptForm {

    private static final String PIECE = "piece.";

    private ReceiptForm() {}

    static Receipt read(Map<String, String> typed) {
        return new Receipt(named(typed, "received"), named(typed, "missing"), null, typed.get("words"));
    }

    private static List<String> named(Map<String, String> typed, String answer) {
        var serials = new ArrayList<String>();
        typed.forEach((field, value) -> {
            if (field.startsWith(PIECE) && value.equals(answer)) {
                serials.add(field.substring(PIECE.length()));
            }
        });
        return serials;
    }
}
