package io.partnerflow.bankfiles;

import java.util.List;
import java.util.stream.Collectors;

/** The file cannot be taken as it is; nothing of it has been. */
public final class BankFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public BankFileRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    BankFileRefused(int line, String code, Object... args) {
        this(List.of(new Problem(line, code, List.of(args))));
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param line of the file, counted from 1; 0 where no single line is wrong
     * @param code kebab-case; the message's key is {@code bankfile.<code>}
     * @param args for the message
     */
    public record Problem(int line, String code, List<Object> args) {}
}
