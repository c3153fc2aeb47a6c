package io.partnerflow.bankfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes statements the way banks do: the newer form with its nested parties and codes, and the older one without. */
public final class TestBank {

    public static final String ACCOUNT = "SE4550000000058398257466";

    private final String version;
    private final List<String> entries = new ArrayList<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private String account = ACCOUNT;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal missing = BigDecimal.ZERO;

    private TestBank(String version) {
        this.version = version;
    }

    /** camt.053.001.08 */
    public static TestBank newer() {
        return new TestBank("08");
    }

    /** camt.053.001.02 */
    public static TestBank older() {
        return new TestBank("02");
    }

    public TestBank about(String otherAccount) {
        account = otherAccount;
        return this;
    }

    /** The closing balance says more than the entries do. */
    public TestBank losing(String amount) {
        missing = new BigDecimal(amount);
        return this;
    }

    public TestBank received(LocalDate day, String amount, String currency, String payer, String text) {
        return received(
                day, amount, currency, payer, "DE89370400440532013000", text, "BANK-" + run + "-" + entries.size());
    }

    public TestBank received(
            LocalDate day,
            String amount,
            String currency,
            String payer,
            String payerAccount,
            String text,
            String reference) {
        sum = sum.add(new BigDecimal(amount));
        entries.add(entry(day, amount, currency, "CRDT", "", reference, """
                <NtryDtls><TxDtls><Refs><EndToEndId>E2E-%s</EndToEndId></Refs>%s<RltdPties>%s
                <DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct></RltdPties>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls>""".formatted(
                reference, transferAmount(amount, currency), party("Dbtr", payer), payerAccount, escaped(text))));
        return this;
    }

    /** Several transfers booked as one. */
    public TestBank batch(LocalDate day, String currency, List<String> amounts, List<String> texts) {
        var total = amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        sum = sum.add(total);
        var transfers = new StringBuilder("<NtryDtls><Btch><NbOfTxs>" + amounts.size() + "</NbOfTxs></Btch>");
        for (var i = 0; i < amounts.size(); i++) {
            transfers.append("<TxDtls><Refs><TxId>T" + i + "</TxId></Refs>" + transferAmount(amounts.get(i), currency)
                    + "<RmtInf><Strd><CdtrRefInf><Ref>" + texts.get(i)
                    + "</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>");
        }
        entries.add(entry(
                day,
                total.toPlainString(),
                currency,
                "CRDT",
                "",
                "BATCH-" + run + entries.size(),
                transfers + "</NtryDtls>"));
        return this;
    }

    /** The bank takes back what it had booked. @param endToEnd name of the transfer that comes back */
    public TestBank returned(LocalDate day, String amount, String currency, String endToEnd) {
        return returned(day, amount, currency, endToEnd, "AC04");
    }

    private TestBank returned(LocalDate day, String amount, String currency, String endToEnd, String reason) {
        sum = sum.subtract(new BigDecimal(amount));
        entries.add(entry(
                day, amount, currency, "DBIT", "<RvslInd>true</RvslInd>", "RET-" + run + entries.size(), """
                <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>%s<RtrInf><Rsn><Cd>%s</Cd></Rsn></RtrInf>
                </TxDtls></NtryDtls>""".formatted(
                                endToEnd, transferAmount(amount, currency), reason)));
        return this;
    }

    /** Our debits, credited as one. @param batch what we called them */
    public TestBank credited(LocalDate day, String amount, String batch) {
        sum = sum.add(new BigDecimal(amount));
        entries.add(entry(
                day,
                amount,
                "EUR",
                "CRDT",
                "",
                "DEB-" + run + entries.size(),
                "<NtryDtls><Btch><PmtInfId>%s</PmtInfId></Btch></NtryDtls>".formatted(batch)));
        return this;
    }

    /** A debit of ours comes back. */
    public TestBank debitReturned(LocalDate day, String amount, String endToEnd, String reason) {
        return returned(day, amount, "EUR", endToEnd, reason);
    }

    public TestBank fee(LocalDate day, String amount, String currency) {
        sum = sum.subtract(new BigDecimal(amount));
        entries.add(entry(day, amount, currency, "DBIT", "", "FEE-" + run + entries.size(), ""));
        return this;
    }

    public TestBank pending(LocalDate day, String amount, String currency) {
        entries.add(entry(day, amount, currency, "CRDT", "", "PEND-" + run + entries.size(), "")
                .replace("BOOK", "PDNG"));
        return this;
    }

    /** What the last one that came in was called by its payer. */
    public String endToEnd() {
        return entries.get(entries.size() - 1).replaceAll("(?s).*<EndToEndId>([^<]+)<.*", "$1");
    }

    private String entry(
            LocalDate day,
            String amount,
            String currency,
            String direction,
            String more,
            String reference,
            String details) {
        return """
                <Ntry><NtryRef>%s</NtryRef><Amt Ccy="%s">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s%s
                <BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef>
                <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
                %s</Ntry>""".formatted(
                        entries.size() + 1,
                        currency,
                        amount,
                        direction,
                        more,
                        newer("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>"),
                        day,
                        day,
                        reference,
                        details);
    }

    private String transferAmount(String amount, String currency) {
        return newer(
                "<Amt Ccy=\"%s\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>".formatted(currency, amount),
                "<AmtDtls><TxAmt><Amt Ccy=\"%s\">%s</Amt></TxAmt></AmtDtls>".formatted(currency, amount));
    }

    private String party(String role, String name) {
        return newer(
                "<%s><Pty><Nm>%s</Nm></Pty></%s>".formatted(role, escaped(name), role),
                "<%s><Nm>%s</Nm></%s>".formatted(role, escaped(name), role));
    }

    private String newer(String newer, String older) {
        return version.equals("08") ? newer : older;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    public String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s">
                <BkToCstmrStmt><GrpHdr><MsgId>M%s</MsgId><CreDtTm>2026-03-02T06:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>STMT-%s</Id><CreDtTm>2026-03-02T06:00:00</CreDtTm>
                <Acct><Id><IBAN>%s</IBAN></Id><Ccy>SEK</Ccy></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">100000000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>
                %s
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(
                        version,
                        run,
                        run,
                        account,
                        new BigDecimal("100000000.00").add(sum).add(missing).toPlainString(),
                        entries.stream().collect(joining("\n")));
    }

    public byte[] file() {
        return xml().getBytes(UTF_8);
    }
}
