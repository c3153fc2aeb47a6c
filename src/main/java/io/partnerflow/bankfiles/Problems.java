package io.partnerflow.bankfiles;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a file, so that it can be put right in one go. */
final class Problems {

    /** More of them help nobody, and a file that is no statement at all has no end of them. */
    private static final int MOST = 20;

    private final List<BankFileRefused.Problem> found = new ArrayList<>();

    void add(int line, String code, Object... args) {
        found.add(new BankFileRefused.Problem(line, code, List.of(args)));
        if (found.size() >= MOST) {
            throwIfAny();
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new BankFileRefused(found);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
