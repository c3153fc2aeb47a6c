package io.partnerflow.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** What is written down beside an order when something happens to it: timeline, letters, the frozen estimate. */
@Component
class OrderRecords {

    private final Milestones milestones;
    private final OrderLetters letters;
    private final ObjectMapper json;

    OrderRecords(Milestones milestones, OrderLetters letters, ObjectMapper json) {
        this.milestones = milestones;
        this.letters = letters;
        this.json = json;
    }

    void started(OrderView order) {
        milestones.reach(order.number(), Milestone.STARTED);
    }

    void registered(OrderView order) {
        milestones.reach(order.number(), Milestone.REGISTERED);
        letters.received(order);
    }

    String frozen(OrderEstimate estimate) {
        try {
            return json.writeValueAsString(estimate);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    OrderEstimate thawed(String estimate) {
        try {
            return json.readValue(estimate, OrderEstimate.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
