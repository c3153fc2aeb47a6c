package io.partnerflow.bankfiles;

import io.partnerflow.bankfiles.BankEntry.Kind;
import io.partnerflow.shared.Money;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads a table of movements: the first line names the columns, separated by semicolons or commas, in any order.
 *
 * <pre>
 * booked_on;amount;currency;text;reference;payer;payer_account;account;returns
 * </pre>
 *
 * <p>The first five are needed. Amounts have a point or a comma; one below zero went out, or back if {@code returns}
 * names the reference of what came in.
 */
final class TableReader {

    static final List<String> NEEDED = List.of("booked_on", "amount", "currency", "text", "reference");
    static final List<String> POSSIBLE = List.of("payer", "payer_account", "account", "returns");

    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,13}([.,]\\d{1,4})?");

    private final String account;
    private final Consumer<BankEntry> each;
    private final Problems problems = new Problems();
    private final References references = new References();
    private int count;

    TableReader(String account, Consumer<BankEntry> each) {
        this.account = account;
        this.each = each;
    }

    BankFile read(InputStream content) throws IOException {
        var rows = new TableRows(content);
        var columns = rows.next()
                .map(row -> row.cells().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList())
                .orElseThrow(() -> new BankFileRefused(0, "empty"));
        requireColumns(columns);
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            take(new Line(columns, row.get()));
        }
        problems.throwIfAny();
        return new BankFile(BankFile.Format.CSV, account, "", count, 0);
    }

    private void requireColumns(List<String> columns) {
        var missing = NEEDED.stream().filter(name -> !columns.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new BankFileRefused(1, "columns", String.join(", ", missing), String.join(";", NEEDED));
        }
        var strange = columns.stream()
                .filter(name -> !NEEDED.contains(name) && !POSSIBLE.contains(name))
                .toList();
        if (!strange.isEmpty()) {
            throw new BankFileRefused(1, "column-unknown", String.join(", ", strange), String.join(", ", POSSIBLE));
        }
    }

    private record Line(List<String> columns, TableRows.Row row) {

        String cell(String column) {
            var index = columns.indexOf(column);
            return index < 0 ? "" : row.cells().get(index).strip();
        }

        Optional<String> optional(String column, int longest) {
            var cell = cell(column);
            return cell.isEmpty() ? Optional.empty() : Optional.of(cell.substring(0, Math.min(longest, cell.length())));
        }
    }

    private void take(Line line) {
        var number = line.row().line();
        if (line.row().cells().size() != line.columns().size()) {
            problems.add(
                    number, "cells", line.row().cells().size(), line.columns().size());
            return;
        }
        var told = line.cell("account").replace(" ", "");
        if (!told.isEmpty() && !told.equalsIgnoreCase(account)) {
            throw new BankFileRefused(number, "other-account", told, account);
        }
        var day = day(line.cell("booked_on"));
        var amount = amount(line.cell("amount"), line.cell("currency"));
        var reference = line.cell("reference");
        if (day.isEmpty()) {
            problems.add(number, "date", line.cell("booked_on"));
        } else if (amount.isEmpty() || amount.get().isZero()) {
            problems.add(number, "amount", "%s %s".formatted(line.cell("amount"), line.cell("currency")));
        } else if (reference.isEmpty()) {
            problems.add(number, "reference");
        } else {
            hand(line, day.get(), amount.get(), reference);
        }
    }

    private void hand(Line line, LocalDate day, Money amount, String reference) {
        var returns = line.optional("returns", 200);
        var text = line.optional("text", 2000).orElse("");
        var kind = amount.isPositive() ? Kind.RECEIVED : returns.isPresent() ? Kind.RETURNED : Kind.PAID_OUT;
        count++;
        each.accept(new BankEntry(
                line.row().line(),
                references.of(reference, day, amount, text),
                kind,
                day,
                amount.isNegative() ? amount.negate() : amount,
                line.optional("payer", 140).orElse(null),
                line.optional("payer_account", 60)
                        .map(number -> number.replace(" ", ""))
                        .map(number -> number.substring(0, Math.min(34, number.length())))
                        .orElse(null),
                text,
                null,
                kind == Kind.RETURNED ? returns.get() : null,
                null,
                null,
                NamedInvoices.in(text, List.of())));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Money> amount(String text, String currency) {
        if (!AMOUNT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.of(new BigDecimal(text.replace(',', '.')), currency.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
