package io.partnerflow;

import java.util.concurrent.atomic.AtomicInteger;

/** Organisations that do not exist, with numbers that are right: a new one each time, since tests share a database. */
public final class TestIdentities {

    private static final AtomicInteger LAST = new AtomicInteger();

    private TestIdentities() {}

    /**
     * A Swedish company.
     *
     * @param number as the register writes it, such as {@code 556000-0167}
     * @param vatId that belongs to it
     * @param email an address no other test uses
     */
    public record Company(String name, String number, String vatId, String email) {}

    public static Company company() {
        var serial = LAST.incrementAndGet();
        var digits = withCheckDigit("559%06d".formatted(serial));
        return new Company(
                "Testföretaget %d AB".formatted(serial),
                digits.substring(0, 6) + "-" + digits.substring(6),
                "SE" + digits + "01",
                email("company"));
    }

    /** A Swedish registration number nobody has yet, as the register writes it. */
    public static String registrationNumber() {
        return company().number();
    }

    /** An address no other test uses. */
    public static String email(String who) {
        return "%s-%d@example.org".formatted(who, LAST.incrementAndGet());
    }

    private static String withCheckDigit(String nine) {
        var sum = 0;
        for (var place = 0; place < nine.length(); place++) {
            var digit = (nine.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return nine + (10 - sum % 10) % 10;
    }
}
