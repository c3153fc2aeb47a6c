package io.partnerflow.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, in one organisation's journal.
 *
 * @param position later ones are larger; the next to ask for is after it
 * @param id       the same in everybody's journal
 * @param type     such as {@code order.completed}
 * @param area     of the API where more about it is to be read, such as {@code orders}
 * @param number   human number of what it happened to
 */
public record Event(long position, UUID id, Instant at, String type, String area, String number, UUID organisation) {}
