package io.partnerflow.events;

import java.util.List;

/** These stand in the journals from now on; published in the transaction that puts them there. */
public record EventsWritten(List<Event> events) {

    public EventsWritten {
        events = List.copyOf(events);
    }
}
