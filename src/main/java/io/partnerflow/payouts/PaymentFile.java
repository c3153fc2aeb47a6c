package io.partnerflow.payouts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.SepaText;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.iban4j.IbanUtil;

/**
 * Credit transfers for the bank: ISO 20022 pain.001.001.09. The schema lets through what a bank refuses, so amounts,
 * accounts, texts and lengths are kept in bounds here.
 */
final class PaymentFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final String EURO = "EUR";

    private final XMLStreamWriter xml;

    private PaymentFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * @param payments at least one, all in the run's currency
     * @param created where the vendor is
     * @throws IllegalArgumentException if the payments do not add up to the run's control sum
     * @throws org.iban4j.Iban4jException if an account cannot be one
     */
    static byte[] of(PayoutRun run, List<PayoutRun.Payment> payments, Vendor vendor, LocalDateTime created) {
        var amounts = payments.stream().map(PayoutRun.Payment::amount).toList();
        if (!Money.sum(run.controlSum().currency(), amounts).equals(run.controlSum())) {
            throw new IllegalArgumentException("the payments of %s are not its control sum".formatted(run.number()));
        }
        try {
            var bytes = new ByteArrayOutputStream();
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, UTF_8.name());
            new PaymentFile(xml).write(run, payments, vendor, created);
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(PayoutRun run, List<PayoutRun.Payment> payments, Vendor vendor, LocalDateTime created)
            throws XMLStreamException {
        xml.writeStartDocument(UTF_8.name(), "1.0");
        open("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        open("CstmrCdtTrfInitn");
        open("GrpHdr");
        say("MsgId", run.number());
        say("CreDtTm", created.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")));
        totals(run);
        party("InitgPty", vendor.name());
        close();
        open("PmtInf");
        terms(run, vendor);
        for (var payment : payments) {
            transfer(run, payment);
        }
        close();
        close();
        close();
        xml.writeEndDocument();
    }

    private void terms(PayoutRun run, Vendor vendor) throws XMLStreamException {
        say("PmtInfId", run.number() + "-1");
        say("PmtMtd", "TRF");
        say("BtchBookg", "true");
        totals(run);
        if (isEuro(run)) {
            open("PmtTpInf");
            open("SvcLvl");
            say("Cd", "SEPA");
            close();
            close();
        }
        open("ReqdExctnDt");
        say("Dt", run.executionDate().toString());
        close();
        party("Dbtr", vendor.name());
        account("DbtrAcct", vendor.iban());
        open("DbtrAgt");
        open("FinInstnId");
        say("BICFI", vendor.bic());
        close();
        close();
        say("ChrgBr", isEuro(run) ? "SLEV" : "SHAR");
    }

    private void transfer(PayoutRun run, PayoutRun.Payment payment) throws XMLStreamException {
        open("CdtTrfTxInf");
        open("PmtId");
        say("EndToEndId", "%s-%05d".formatted(run.number(), payment.position()));
        close();
        open("Amt");
        open("InstdAmt");
        xml.writeAttribute("Ccy", payment.amount().currencyCode());
        xml.writeCharacters(payment.amount().amount().toPlainString());
        close();
        close();
        open("Cdtr");
        say("Nm", SepaText.of(payment.holder(), SepaText.LONGEST_NAME));
        address(payment);
        close();
        account("CdtrAcct", payment.iban());
        open("RmtInf");
        say("Ustrd", remittance(payment.documents()));
        close();
        close();
    }

    /** Structured, as it has to be from November 2026 on. */
    private void address(PayoutRun.Payment payment) throws XMLStreamException {
        open("PstlAdr");
        sayIfAny("StrtNm", SepaText.of(payment.address().line1(), 70));
        sayIfAny("PstCd", SepaText.of(payment.address().postalCode(), 16));
        say("TwnNm", SepaText.of(payment.address().city(), 35));
        say("Ctry", payment.country());
        close();
    }

    private static String remittance(List<String> documents) {
        var all = String.join(" ", documents);
        return SepaText.of(
                all.length() <= SepaText.LONGEST_REMITTANCE
                        ? all
                        : "%s AND %d MORE".formatted(documents.get(0), documents.size() - 1),
                SepaText.LONGEST_REMITTANCE);
    }

    private static boolean isEuro(PayoutRun run) {
        return EURO.equals(run.controlSum().currencyCode());
    }

    private void totals(PayoutRun run) throws XMLStreamException {
        say("NbOfTxs", Integer.toString(run.payments()));
        say("CtrlSum", run.controlSum().amount().toPlainString());
    }

    private void party(String role, String name) throws XMLStreamException {
        open(role);
        say("Nm", SepaText.of(name, SepaText.LONGEST_NAME));
        close();
    }

    private void account(String role, String iban) throws XMLStreamException {
        IbanUtil.validate(iban);
        open(role);
        open("Id");
        say("IBAN", iban);
        close();
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
