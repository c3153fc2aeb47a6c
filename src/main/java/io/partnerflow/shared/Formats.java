package io.partnerflow.shared;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * How amounts, percentages and days are written for the people of one language; templates know it as {@code f}. Spaces
 * inside an amount do not break, so that it never falls apart at the end of a line.
 */
public final class Formats {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter shortDay;

    /**
     * @param language of the reader; English without a country is written the British way
     * @param zone     in which a moment becomes a calendar day and a time
     */
    public Formats(Locale language, ZoneId zone) {
        this.locale = "en".equals(language.toLanguageTag()) ? Locale.UK : language;
        this.zone = zone;
        this.shortDay = DateTimeFormatter.ofPattern(shortPattern(locale), locale);
    }

    /** {@code 1 234,50 SEK} in Swedish, {@code 1,234.50 SEK} in English: always all decimals of the currency. */
    public String money(Money money) {
        return amount(money) + "\u00a0" + money.currency().getCurrencyCode();
    }

    /** The number alone, for columns whose heading names the currency. */
    public String amount(Money money) {
        var digits = money.currency().getDefaultFractionDigits();
        return written(money.amount(), digits, digits);
    }

    /** A plain number with its own decimals, at most six of them. */
    public String number(Number number) {
        return written(new BigDecimal(number.toString()), 0, 6);
    }

    /** {@code 12,5 %} in Swedish, {@code 12.5 %} in English. */
    public String percent(Percentage percentage) {
        return written(percentage.value(), 0, 6) + "\u00a0%";
    }

    /** {@code 21 November 2026}; in French the first of a month is {@code 1er novembre 2026}. */
    public String date(LocalDate day) {
        var written =
                inLocale(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)).format(day);
        return language().equals("fr") ? written.replaceFirst("^1 ", "1er ") : written;
    }

    /** The calendar day of a moment, {@code 21 November 2026}. */
    public String date(Instant moment) {
        return date(moment.atZone(zone).toLocalDate());
    }

    /** For tables: {@code 2026-11-21} in English and Swedish, {@code 21.11.2026} in German, {@code 21/11/2026} in French. */
    public String day(LocalDate day) {
        return shortDay.format(day);
    }

    /** {@code 2026-11-21 14:05} in this reader's zone, the day as in {@link #day}. */
    public String time(Instant moment) {
        var there = moment.atZone(zone);
        return shortDay.format(there) + " " + CLOCK.format(there);
    }

    /** {@code November 2026} */
    public String month(YearMonth month) {
        return inLocale(DateTimeFormatter.ofPattern("LLLL yyyy")).format(month);
    }

    /** An account number in groups of four, as banks print it. */
    public String iban(String iban) {
        return iban.replaceAll("(.{4})(?!$)", "$1\u00a0");
    }

    /** Language of the reader, such as {@code sv}, for the {@code lang} of a page. */
    public String language() {
        return locale.getLanguage();
    }

    /** As the language writes short days, but with all digits of the year; English without a doubt which is the month. */
    private static String shortPattern(Locale locale) {
        if (locale.getLanguage().equals("en")) {
            return "yyyy-MM-dd";
        }
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.replaceAll("y+", "yyyy");
    }

    private String written(BigDecimal number, int atLeast, int atMost) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(atLeast);
        format.setMaximumFractionDigits(atMost);
        return format.format(number).replace('\u202f', '\u00a0').replace(' ', '\u00a0');
    }

    private DateTimeFormatter inLocale(DateTimeFormatter format) {
        return format.withLocale(locale);
    }
}
