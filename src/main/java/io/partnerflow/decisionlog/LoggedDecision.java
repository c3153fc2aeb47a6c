package io.partnerflow.decisionlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a table, as it was made.
 *
 * @param edition of the table's text
 * @param about number of the case
 * @param part which part of it; null for the whole
 * @param inputs what was known, by the names the table's expressions use: texts, numbers, yes or no, moments
 * @param rules that hit, counted from 1; empty if none did
 * @param outputs by name
 */
public record LoggedDecision(
        long id,
        Instant at,
        UUID edition,
        String table,
        int version,
        String about,
        @Nullable String part,
        Map<String, Object> inputs,
        List<Integer> rules,
        Map<String, Object> outputs) {}
