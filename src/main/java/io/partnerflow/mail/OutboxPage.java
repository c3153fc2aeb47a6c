package io.partnerflow.mail;

import java.util.List;

/**
 * A page of the outbox, latest letter first.
 *
 * @param page  0 is the first
 * @param total letters on all pages, counted as {@link io.partnerflow.shared.Paging#counted} does
 */
public record OutboxPage(List<OutboxLine> items, int page, int size, long total) {

    public boolean hasNext() {
        return (page + 1L) * size < total;
    }

    public boolean hasPrevious() {
        return page > 0;
    }
}
