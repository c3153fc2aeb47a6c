package io.partnerflow.bankfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Names every movement of a file so that the same movement has the same name in the next file. Where the bank gives it
 * none, what it says about it is its name; equal ones on one day are counted.
 */
final class References {

    private static final int LONGEST = 180;

    private final Map<String, Integer> seen = new HashMap<>();

    String of(String banks, LocalDate day, Money amount, String text) {
        var name = banks.isEmpty() ? "~%s/%s/%s".formatted(day, amount, fingerprint(text)) : banks;
        if (name.length() > LONGEST) {
            name = name.substring(0, LONGEST - 40) + "~" + fingerprint(name);
        }
        var times = seen.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + "#" + times;
    }

    private static UUID fingerprint(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }
}
