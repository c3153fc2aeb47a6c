package io.partnerflow.steering;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the funnel is asked for.
 *
 * @param unit     {@code partners} from their application on, or {@code customers} from their first trial or order on
 * @param months   how many months back they began
 * @param reseller part of a reseller's name; empty for all
 * @param stage    place of the stage whose list is asked for
 * @param month    only those that began in it, such as {@code 2026-03}; empty for all months
 */
record AskedFunnel(
        @Nullable String unit,
        @Nullable String months,
        @Nullable String programme,
        @Nullable String reseller,
        @Nullable String stage,
        @Nullable String month) {

    static final List<Integer> MONTHS = List.of(6, 12, 24, 36);

    AskedFunnel {
        unit = "customers".equals(unit) ? "customers" : "partners";
        var wanted = months;
        months = MONTHS.stream().map(Object::toString).anyMatch(one -> one.equals(wanted)) ? months : "12";
        programme = plain(programme);
        reseller = plain(reseller);
        stage = plain(stage).matches("[0-5]") ? plain(stage) : "0";
        month = plain(month);
    }

    FunnelUnit kind() {
        return unit.equals("customers") ? FunnelUnit.CUSTOMERS : FunnelUnit.PARTNERS;
    }

    int place() {
        return Math.min(Integer.parseInt(stage), kind().stages().size() - 1);
    }

    /** The first month. */
    YearMonth first(LocalDate today) {
        var one = single();
        return one != null ? one : YearMonth.from(today).minusMonths(Integer.parseInt(months) - 1L);
    }

    YearMonth last(LocalDate today) {
        var one = single();
        return one != null ? one : YearMonth.from(today);
    }

    /** Null for all. */
    @Nullable
    public YearMonth single() {
        try {
            return month.isEmpty() ? null : YearMonth.parse(month);
        } catch (DateTimeParseException noMonth) {
            return null;
        }
    }

    /** For links that keep what was asked for, without stage and month. */
    public String query() {
        return "unit=" + unit + "&months=" + months + "&programme=" + programme + "&reseller="
                + URLEncoder.encode(reseller, StandardCharsets.UTF_8);
    }

    private static String plain(@Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        return stripped.length() > 100 ? stripped.substring(0, 100) : stripped;
    }
}
