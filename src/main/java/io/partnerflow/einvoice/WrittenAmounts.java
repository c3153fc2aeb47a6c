package io.partnerflow.einvoice;

import io.partnerflow.shared.Money;
import io.partnerflow.tax.VatGroup;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Every amount that stands in a written Cross Industry Invoice, read back from its bytes: the library calculates for
 * itself, and what it calculates must be what was invoiced.
 *
 * @param amounts of the lines, of each tax group (tax, net), of the foot (net, tax, gross, to pay), in that order
 */
record WrittenAmounts(List<BigDecimal> amounts) {

    private static final String LINE = "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";
    private static final String GROUP = "ApplicableHeaderTradeSettlement/ApplicableTradeTax/";
    private static final String FOOT = "SpecifiedTradeSettlementHeaderMonetarySummation/";
    private static final List<String> WANTED = List.of(
            LINE,
            GROUP + "CalculatedAmount",
            GROUP + "BasisAmount",
            FOOT + "TaxBasisTotalAmount",
            FOOT + "TaxTotalAmount",
            FOOT + "GrandTotalAmount",
            FOOT + "DuePayableAmount");

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    static WrittenAmounts read(byte[] xml) {
        var amounts = new ArrayList<BigDecimal>();
        Deque<String> path = new ArrayDeque<>();
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.addLast(reader.getLocalName());
                        if (isWanted(path)) {
                            amounts.add(new BigDecimal(reader.getElementText()).stripTrailingZeros());
                            path.removeLast();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                    default -> {
                        // words between amounts
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return new WrittenAmounts(amounts);
    }

    private static boolean isWanted(Deque<String> path) {
        var where = String.join("/", path);
        return WANTED.stream().anyMatch(where::endsWith);
    }

    /** @throws IllegalArgumentException if one of them is not the document's */
    void mustBe(ElectronicInvoice document) {
        var totals = document.totals();
        var expected = Stream.of(
                        document.lines().stream().map(ElectronicInvoice.Line::net),
                        totals.groups().stream().flatMap(WrittenAmounts::both),
                        Stream.of(totals.net(), totals.vat(), totals.gross(), totals.gross()))
                .flatMap(amounts -> amounts)
                .map(Money::amount)
                .map(BigDecimal::stripTrailingZeros)
                .toList();
        if (!expected.equals(amounts)) {
            throw new IllegalArgumentException("%s: these amounts were to be written: %s, these were: %s"
                    .formatted(document.number(), expected, amounts));
        }
    }

    private static Stream<Money> both(VatGroup group) {
        return Stream.of(group.vat(), group.net());
    }
}
