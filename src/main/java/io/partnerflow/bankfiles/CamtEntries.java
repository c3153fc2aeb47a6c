package io.partnerflow.bankfiles;

import static java.util.stream.Collectors.joining;

import io.partnerflow.bankfiles.BankEntry.Kind;
import io.partnerflow.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the entries of a statement into movements: one each, or one per transfer where the bank booked several as one. */
final class CamtEntries {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 140;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,5})?");
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final Consumer<BankEntry> each;
    private final Problems problems;
    private final References references = new References();
    private BigDecimal sum = BigDecimal.ZERO;
    private int count;
    private int pending;

    CamtEntries(Consumer<BankEntry> each, Problems problems) {
        this.each = each;
        this.problems = problems;
    }

    int count() {
        return count;
    }

    int pending() {
        return pending;
    }

    /** Of all booked since {@link #startSum}; what went out counts negative. */
    BigDecimal sum() {
        return sum;
    }

    void startSum() {
        sum = BigDecimal.ZERO;
    }

    void take(XmlPart entry) {
        if (!"BOOK".equals(entry.words("Sts/Cd", "Sts").orElse("BOOK"))) {
            pending++;
            return;
        }
        var amount = amount(entry);
        var day = day(entry);
        var direction = entry.words("CdtDbtInd").orElse("");
        if (amount.isEmpty()) {
            problems.add(entry.line(), "amount", entry.words("Amt").orElse(""));
        } else if (day.isEmpty()) {
            problems.add(
                    entry.line(),
                    "date",
                    entry.words("BookgDt/Dt", "BookgDt/DtTm").orElse(""));
        } else if (!direction.equals("CRDT") && !direction.equals("DBIT")) {
            problems.add(entry.line(), "direction", direction);
        } else {
            var incoming = direction.equals("CRDT");
            sum = incoming
                    ? sum.add(amount.get().amount())
                    : sum.subtract(amount.get().amount());
            transfers(entry, amount.get())
                    .forEach(transfer -> hand(new Movement(entry, transfer), incoming, day.get(), amount.get()));
        }
    }

    /** The single transfers of a batch if they add up to it; otherwise the entry counts as one. */
    private static List<Optional<XmlPart>> transfers(XmlPart entry, Money amount) {
        var told = entry.all("NtryDtls/TxDtls").toList();
        if (told.size() > 1) {
            var amounts = told.stream().map(CamtEntries::transferAmount).toList();
            if (amounts.stream()
                            .allMatch(one -> one.filter(part -> part.currency().equals(amount.currency()))
                                    .isPresent())
                    && Money.sum(
                                    amount.currency(),
                                    amounts.stream().map(Optional::orElseThrow).toList())
                            .equals(amount)) {
                return told.stream().map(Optional::of).toList();
            }
            return List.of(Optional.empty());
        }
        return List.of(told.stream().findFirst());
    }

    /** An entry and the one transfer of it that is meant; null where the bank tells nothing about it. */
    private record Movement(XmlPart entry, @Nullable XmlPart transfer) {

        Movement(XmlPart entry, Optional<XmlPart> transfer) {
            this(entry, transfer.orElse(null));
        }

        Optional<String> words(String... paths) {
            return transfer == null ? Optional.empty() : transfer.words(paths);
        }

        Stream<XmlPart> all(String path) {
            return transfer == null ? Stream.empty() : transfer.all(path);
        }

        boolean returned() {
            return "true".equals(entry.words("RvslInd").orElse("false"))
                    || all("RtrInf").findFirst().isPresent();
        }
    }

    private void hand(Movement told, boolean incoming, LocalDate day, Money entryAmount) {
        var amount =
                told.transfer() == null || told.entry().all("NtryDtls/TxDtls").count() == 1
                        ? entryAmount
                        : transferAmount(told.transfer()).orElse(entryAmount);
        if (amount.isZero()) {
            return;
        }
        var kind = incoming ? Kind.RECEIVED : told.returned() ? Kind.RETURNED : Kind.PAID_OUT;
        var party = incoming ? "Dbtr" : "Cdtr";
        var text = text(told);
        count++;
        each.accept(new BankEntry(
                (told.transfer() == null ? told.entry() : told.transfer()).line(),
                references.of(reference(told), day, amount, text),
                kind,
                day,
                amount,
                told.words("RltdPties/" + party + "/Pty/Nm", "RltdPties/" + party + "/Nm")
                        .map(name -> cut(name, LONGEST_NAME))
                        .orElse(null),
                told.words("RltdPties/" + party + "Acct/Id/IBAN", "RltdPties/" + party + "Acct/Id/Othr/Id")
                        .map(number -> cut(number.replace(" ", ""), 34))
                        .orElse(null),
                text,
                endToEnd(told).orElse(null),
                kind == Kind.RETURNED
                        ? told.words("Refs/AcctSvcrRef", "Refs/TxId").orElse(null)
                        : null,
                batch(told).map(name -> cut(name, 35)).orElse(null),
                told.words("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry")
                        .map(code -> cut(code, 35))
                        .orElse(null),
                NamedInvoices.in(text, creditorReferences(told))));
    }

    /** What we called the part of our file it belongs to. */
    private static Optional<String> batch(Movement told) {
        return told.entry()
                .words("NtryDtls/Btch/PmtInfId")
                .or(() -> told.words("Refs/PmtInfId"))
                .filter(name -> !name.equals(NOT_PROVIDED));
    }

    private static Optional<String> endToEnd(Movement told) {
        return told.words("Refs/EndToEndId").filter(name -> !name.equals(NOT_PROVIDED));
    }

    /** What the bank calls the movement; the transfer's own name tells the parts of a batch apart. */
    private static String reference(Movement told) {
        var entry = told.entry().words("AcctSvcrRef", "NtryRef").orElse("");
        var transfer = told.words("Refs/AcctSvcrRef", "Refs/TxId", "Refs/EndToEndId")
                .filter(name -> !name.equals(NOT_PROVIDED) && !name.equals(entry))
                .orElse("");
        return Stream.of(entry, transfer).filter(part -> !part.isEmpty()).collect(joining("/"));
    }

    private static List<String> creditorReferences(Movement told) {
        return Stream.of("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/RfrdDocInf/Nb")
                .flatMap(told::all)
                .map(XmlPart::text)
                .toList();
    }

    private static String text(Movement told) {
        var words = Stream.of(
                        told.all("RmtInf/Ustrd").map(XmlPart::text),
                        creditorReferences(told).stream(),
                        told.words("AddtlTxInf").stream(),
                        told.entry().words("AddtlNtryInf").stream())
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(joining(" "));
        return cut(words, LONGEST_TEXT);
    }

    private static Optional<Money> transferAmount(XmlPart transfer) {
        return transfer.part("Amt").isPresent()
                ? amount(transfer)
                : transfer.part("AmtDtls/TxAmt").flatMap(CamtEntries::amount);
    }

    static Optional<Money> amount(XmlPart part) {
        return part.part("Amt").flatMap(amount -> {
            try {
                return AMOUNT.matcher(amount.text()).matches()
                        ? Optional.of(
                                Money.of(amount.text(), amount.attribute("Ccy").orElse("")))
                        : Optional.empty();
            } catch (IllegalArgumentException | ArithmeticException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<LocalDate> day(XmlPart entry) {
        return entry.words("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")
                .flatMap(text -> {
                    try {
                        return Optional.of(LocalDate.parse(cut(text, 10)));
                    } catch (DateTimeParseException e) {
                        return Optional.empty();
                    }
                });
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
