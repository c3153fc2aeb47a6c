package io.partnerflow.debits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerflow.debits.DebitCollection.Presentation;
import io.partnerflow.mandates.Creditor;
import io.partnerflow.pricing.DebitDates;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.SepaText;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.iban4j.IbanUtil;

/**
 * Direct debits for the bank: ISO 20022 pain.008.001.08, SEPA core scheme, one block for first debits and one for recurrent
 * ones. The schema lets through what a bank refuses, so amounts, accounts, days, texts and lengths are kept in bounds here.
 */
final class DebitFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";
    private static final int CENTS = 2;

    private final XMLStreamWriter xml;
    private final DebitCollection collection;
    private final Creditor creditor;

    private DebitFile(XMLStreamWriter xml, DebitCollection collection, Creditor creditor) {
        this.xml = xml;
        this.collection = collection;
        this.creditor = creditor;
    }

    /**
     * @param debits at least one
     * @param created where the vendor is
     * @throws IllegalArgumentException if the debits do not add up to the control sum, are not in euro and cents, or the
     *     banks do not settle on the day
     * @throws org.iban4j.Iban4jException if an account cannot be one
     */
    static byte[] of(DebitCollection collection, List<Presentation> debits, Creditor creditor, LocalDateTime created) {
        check(collection, debits);
        try {
            var bytes = new ByteArrayOutputStream();
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, UTF_8.name());
            new DebitFile(xml, collection, creditor).write(debits, created);
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(DebitCollection collection, List<Presentation> debits) {
        if (!total(debits).equals(collection.controlSum())) {
            throw new IllegalArgumentException(
                    "the debits of %s are not its control sum".formatted(collection.number()));
        }
        if (!collection.controlSum().currencyCode().equals("EUR")
                || debits.stream()
                        .anyMatch(debit ->
                                debit.amount().amount().stripTrailingZeros().scale() > CENTS)) {
            throw new IllegalArgumentException("%s is not in euro and cents".formatted(collection.number()));
        }
        if (!DebitDates.isTargetDay(collection.collectionDay())) {
            throw new IllegalArgumentException("banks do not settle on " + collection.collectionDay());
        }
    }

    private static Money total(List<Presentation> debits) {
        var amounts = debits.stream().map(Presentation::amount).toList();
        return Money.sum(amounts.get(0).currency(), amounts);
    }

    private void write(List<Presentation> debits, LocalDateTime created) throws XMLStreamException {
        xml.writeStartDocument(UTF_8.name(), "1.0");
        open("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        open("CstmrDrctDbtInitn");
        open("GrpHdr");
        say("MsgId", collection.number());
        say("CreDtTm", created.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")));
        totals(debits);
        party("InitgPty", creditor.name());
        close();
        for (var sequence : Stream.of("FRST", "RCUR").toList()) {
            block(
                    sequence,
                    debits.stream()
                            .filter(debit -> debit.sequence().equals(sequence))
                            .toList());
        }
        close();
        close();
        xml.writeEndDocument();
    }

    private void block(String sequence, List<Presentation> debits) throws XMLStreamException {
        if (!debits.isEmpty()) {
            open("PmtInf");
            terms(sequence, debits);
            for (var debit : debits) {
                debit(debit);
            }
            close();
        }
    }

    private void terms(String sequence, List<Presentation> debits) throws XMLStreamException {
        say("PmtInfId", "%s-%s".formatted(collection.number(), sequence));
        say("PmtMtd", "DD");
        say("BtchBookg", "true");
        totals(debits);
        open("PmtTpInf");
        inside("SvcLvl", "Cd", "SEPA");
        inside("LclInstrm", "Cd", "CORE");
        say("SeqTp", sequence);
        close();
        say("ReqdColltnDt", collection.collectionDay().toString());
        party("Cdtr", creditor.name());
        account("CdtrAcct", creditor.iban());
        open("CdtrAgt");
        inside("FinInstnId", "BICFI", creditor.bic());
        close();
        say("ChrgBr", "SLEV");
        open("CdtrSchmeId");
        open("Id");
        open("PrvtId");
        open("Othr");
        say("Id", creditor.id());
        inside("SchmeNm", "Prtry", "SEPA");
        close();
        close();
        close();
        close();
    }

    private void debit(Presentation debit) throws XMLStreamException {
        open("DrctDbtTxInf");
        inside("PmtId", "EndToEndId", debit.endToEnd());
        open("InstdAmt");
        xml.writeAttribute("Ccy", debit.amount().currencyCode());
        xml.writeCharacters(amount(debit.amount()));
        close();
        open("DrctDbtTx");
        open("MndtRltdInf");
        say("MndtId", debit.mandate());
        say("DtOfSgntr", debit.signedOn().toString());
        close();
        close();
        agent(debit);
        open("Dbtr");
        say("Nm", SepaText.of(debit.holder(), SepaText.LONGEST_NAME));
        address(debit);
        close();
        account("DbtrAcct", debit.iban());
        inside("RmtInf", "Ustrd", SepaText.of(debit.text(), SepaText.LONGEST_REMITTANCE));
        close();
    }

    private void agent(Presentation debit) throws XMLStreamException {
        open("DbtrAgt");
        open("FinInstnId");
        if (debit.bic() == null) {
            inside("Othr", "Id", "NOTPROVIDED");
        } else {
            say("BICFI", debit.bic());
        }
        close();
        close();
    }

    /** Structured, as it has to be from November 2026 on. */
    private void address(Presentation debit) throws XMLStreamException {
        open("PstlAdr");
        sayIfAny("StrtNm", SepaText.of(debit.address().line1(), 70));
        sayIfAny("PstCd", SepaText.of(debit.address().postalCode(), 16));
        say("TwnNm", SepaText.of(debit.address().city(), 35));
        say("Ctry", debit.country());
        close();
    }

    private void totals(List<Presentation> debits) throws XMLStreamException {
        say("NbOfTxs", Integer.toString(debits.size()));
        say("CtrlSum", amount(total(debits)));
    }

    private static String amount(Money money) {
        return money.amount().setScale(CENTS).toPlainString();
    }

    private void party(String role, String name) throws XMLStreamException {
        inside(role, "Nm", SepaText.of(name, SepaText.LONGEST_NAME));
    }

    private void account(String role, String iban) throws XMLStreamException {
        IbanUtil.validate(iban);
        open(role);
        inside("Id", "IBAN", iban);
        close();
    }

    private void inside(String outer, String element, String text) throws XMLStreamException {
        open(outer);
        say(element, text);
        close();
    }

    private void sayIfAny(String element, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            say(element, text);
        }
    }

    private void say(String element, String text) throws XMLStreamException {
        open(element);
        xml.writeCharacters(text);
        close();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
