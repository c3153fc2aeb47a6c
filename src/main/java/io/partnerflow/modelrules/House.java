package io.partnerflow.modelrules;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a model can rely on.
 *
 * @param steps names of the house's steps, such as {@code issueInvoiceDelegate}
 * @param desks who can be given a task
 * @param files a process, table or form as it will be: among the files, or in force
 * @param product the same as the release brings it
 * @param understood whether a cell of a table can be read as an expression
 */
public record House(
        Set<String> steps,
        Set<String> desks,
        Function<String, Optional<byte[]>> files,
        Function<String, Optional<byte[]>> product,
        Predicate<Cell> understood) {

    /** @param test whether it tests an input; otherwise it is an answer */
    public record Cell(String text, boolean test) {}

    boolean has(String file) {
        return files.apply(file).isPresent();
    }
}
