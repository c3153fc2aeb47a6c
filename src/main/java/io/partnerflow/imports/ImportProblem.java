package io.partnerflow.imports;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a cell, in the reader's words.
 *
 * @param error otherwise it is only worth knowing
 * @param cell such as {@code D17}; empty where it is about the whole sheet
 * @param heading of the column; empty where it is about no single one
 * @param shown what stands there; null if nothing does
 */
public record ImportProblem(
        boolean error,
        String sheet,
        String cell,
        String heading,
        @Nullable String shown,
        String sentence) {}
