package io.partnerflow.exports;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a list, from left to right. Headings are keys of the bundles. A value of null is an empty cell. Where there
 * is money, a last column names its currency.
 *
 * @param <T> one row of the list
 */
public final class Table<T> {

    /** @param value a String, Number, Percentage, Money, LocalDate, Instant or {@link Word}; null for an empty cell */
    record Column<T>(String heading, Function<T, @Nullable Object> value) {}

    /** A text of the bundles. */
    record Word(String key) {}

    private final String name;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<Function<T, @Nullable Money>> amounts = new ArrayList<>();

    private Table(String name) {
        this.name = name;
    }

    /** @param name key of what the list is called; the file and its sheet are called so too */
    public static <T> Table<T> named(String name) {
        return new Table<>(name);
    }

    /** What people typed, or a number of ours such as {@code OR-2026-000001}: never a formula. */
    public Table<T> text(String heading, Function<T, @Nullable String> value) {
        return with(heading, value::apply);
    }

    /** One of a few words, such as a status. @param key of the word in the bundles */
    public Table<T> word(String heading, Function<T, @Nullable String> key) {
        return with(heading, row -> {
            var found = key.apply(row);
            return found == null ? null : new Word(found);
        });
    }

    public Table<T> number(String heading, Function<T, @Nullable Number> value) {
        return with(heading, value::apply);
    }

    public Table<T> percent(String heading, Function<T, @Nullable Percentage> value) {
        return with(heading, value::apply);
    }

    /** The amount; all amounts of a row are in one currency. */
    public Table<T> money(String heading, Function<T, @Nullable Money> value) {
        amounts.add(value);
        return with(heading, value::apply);
    }

    public Table<T> day(String heading, Function<T, @Nullable LocalDate> value) {
        return with(heading, value::apply);
    }

    /** Written as the reader's calendar day and time. */
    public Table<T> moment(String heading, Function<T, @Nullable Instant> value) {
        return with(heading, value::apply);
    }

    String name() {
        return name;
    }

    List<Column<T>> columns() {
        var all = new ArrayList<>(columns);
        if (!amounts.isEmpty()) {
            all.add(new Column<>("exports.currency", this::currency));
        }
        return all;
    }

    private Table<T> with(String heading, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(heading, value));
        return this;
    }

    private @Nullable Object currency(T row) {
        for (var amount : amounts) {
            var money = amount.apply(row);
            if (money != null) {
                return money.currencyCode();
            }
        }
        return null;
    }
}
