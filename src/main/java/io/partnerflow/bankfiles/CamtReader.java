package io.partnerflow.bankfiles;

import io.partnerflow.shared.Money;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads ISO 20022 statements, camt.053.001.02 and .08, as banks write them. */
final class CamtReader {

    private static final Pattern ACCEPTED =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.(02|08)");
    private static final List<String> STATEMENT = List.of("Document", "BkToCstmrStmt", "Stmt");

    private final List<String> accounts;
    private String account = "";
    private final CamtEntries entries;
    private final Problems problems = new Problems();
    private String bankId = "";
    private boolean accountNamed;
    private BigDecimal opening = null;
    private BigDecimal closing = null;

    CamtReader(List<String> accounts, Consumer<BankEntry> each) {
        this.accounts = accounts;
        this.entries = new CamtEntries(each, problems);
    }

    BankFile read(InputStream content) {
        var file = new XmlParts(content);
        var namespace = file.namespace();
        if (!ACCEPTED.matcher(namespace).matches()) {
            throw new BankFileRefused(1, "other-xml", namespace);
        }
        file.inside(STATEMENT, this::take);
        if (!accountNamed) {
            problems.add(0, "no-statement");
        }
        checkBalance();
        problems.throwIfAny();
        return new BankFile(BankFile.Format.CAMT, account, bankId, entries.count(), entries.pending());
    }

    private void take(XmlPart part) {
        switch (part.name()) {
            case "Id" -> bankId = bankId.isEmpty() ? part.text() : bankId;
            case "Acct" -> takeAccount(part);
            case "Bal" -> takeBalance(part);
            case "Ntry" -> entries.take(part);
            default -> {}
        }
    }

    private void takeAccount(XmlPart part) {
        checkBalance();
        accountNamed = true;
        var told = part.words("Id/IBAN", "Id/Othr/Id").orElse("").replace(" ", "");
        var wanted = account.isEmpty() ? accounts : List.of(account);
        account = wanted.stream()
                .filter(told::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new BankFileRefused(part.line(), "other-account", told, String.join(", ", wanted)));
    }

    /** What was there, plus and minus all entries, is what is there now; otherwise some are missing. */
    private void checkBalance() {
        if (opening != null && closing != null && problems.isEmpty()) {
            var told = closing.subtract(opening);
            if (told.compareTo(entries.sum()) != 0) {
                problems.add(0, "does-not-add-up", entries.sum().toPlainString(), told.toPlainString());
            }
        }
        opening = null;
        closing = null;
        entries.startSum();
    }

    private void takeBalance(XmlPart part) {
        var kind = part.words("Tp/CdOrPrtry/Cd").orElse("");
        CamtEntries.amount(part).map(Money::amount).ifPresent(amount -> {
            var signed = part.words("CdtDbtInd").orElse("").equals("DBIT") ? amount.negate() : amount;
            if (kind.equals("OPBD")) {
                opening = signed;
            } else if (kind.equals("CLBD")) {
                closing = signed;
            }
        });
    }
}
