package io.partnerflow.shipping;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.parties.Organisations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Prints the delivery note that lies in the parcel. */
@Component
class ShipmentPaper {

    private final ShipmentRows rows;
    private final ShipmentList list;
    private final Organisations organisations;
    private final PdfPrinter printer;
    private final Documents documents;

    ShipmentPaper(
            ShipmentRows rows,
            ShipmentList list,
            Organisations organisations,
            PdfPrinter printer,
            Documents documents) {
        this.rows = rows;
        this.list = list;
        this.organisations = organisations;
        this.printer = printer;
        this.documents = documents;
    }

    void print(String number) {
        var shipment = list.find(number).orElseThrow();
        var customer = organisations.get(shipment.customer());
        var pdf = printer.print(
                "delivery-note", facts(shipment), Locale.forLanguageTag(customer.language()), shipment.reseller());
        var owners = Set.of(shipment.reseller().toString(), shipment.customer().toString());
        var row = rows.get(number);
        row.noted(documents.file(NewDocument.pdf("delivery-note", number, pdf, owners)));
        rows.saveAndFlush(row);
    }

    private Map<String, Object> facts(ShipmentView shipment) {
        var reseller = organisations.get(shipment.reseller());
        var language =
                Locale.forLanguageTag(organisations.get(shipment.customer()).language());
        var facts = new HashMap<String, Object>();
        facts.put("number", shipment.number());
        facts.put("orderNumber", shipment.order());
        facts.put("shippedAt", shipment.shippedAt());
        facts.put("recipient", Addressee.at(shipment.address(), language, shipment.recipient(), null, null, null));
        facts.put("customer", shipment.customerName());
        facts.put("reseller", reseller.name());
        facts.put("viaReseller", shipment.viaReseller());
        facts.put("carrier", shipment.carrier());
        facts.put("trackingNumber", shipment.trackingNumber());
        facts.put("lines", lines(shipment));
        facts.put("pieces", shipment.items().size());
        return facts;
    }

    /** @param product code of it, one line for each */
    record Line(String product, int quantity, List<String> serials) {}

    private static List<Line> lines(ShipmentView shipment) {
        return shipment.items().stream()
                .collect(Collectors.groupingBy(
                        ShipmentView.Item::product,
                        LinkedHashMap::new,
                        Collectors.mapping(ShipmentView.Item::serial, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue().size(), entry.getValue()))
                .toList();
    }
}
