package io.partnerflow.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestSeats;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.ResellerChanges;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A contract moves to another reseller, and what was written about it stays between those who wrote it. */
@PartnerflowTest
class MovedContractTest {

    private static final Paging FIRST = new Paging(0, 50, null, "");
    private static final Author WRITER = new Author("writer", "Writer");

    @Autowired
    Conversations conversations;

    @Autowired
    MessageDesk desk;

    @Autowired
    ResellerChanges changes;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement orders;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ProcessEngine engine;

    @Autowired
    VendorCalendar calendar;

    Party former;
    Party next;
    String contract;

    @BeforeEach
    void aContract() {
        var seats = new TestSeats(organisations, resellers, orders, engine);
        former = seats.reseller();
        next = seats.reseller();
        var customer = seats.customerOf(former);
        resellers.link(next.id(), customer.id());
        var order = seats.ordered(former, customer, calendar.today(), Map.of("air-monitor-seat", 5));
        contract = subscriptions.ofOrder(order).orElseThrow().number();
    }

    @Test
    void theNextResellerReadsNothingOfBeforeAndTheFormerOneNothingOfAfter() {
        say(former, "Our margin is thin.");
        desk.answer(WRITER, contract, message("We know."));

        changes.move(contract, next.id(), "Sold", new Requester("carla", "carla@vendor.example"));

        assertThat(conversations.thread(next.id(), contract, FIRST).items())
                .extracting(Entry::text)
                .doesNotContain("Our margin is thin.", "We know.");
        assertThat(conversations.list(next.id(), UUID.randomUUID(), FIRST).items())
                .isEmpty();
        assertThat(conversations.unread(next.id(), UUID.randomUUID(), contract)).isZero();
        assertThatThrownBy(() -> conversations.thread(former.id(), contract, FIRST))
                .isInstanceOf(NotFound.class);
        assertThat(conversations.list(former.id(), UUID.randomUUID(), FIRST).items())
                .isEmpty();

        say(next, "Now it is ours.");

        assertThat(conversations.list(next.id(), UUID.randomUUID(), FIRST).items())
                .singleElement()
                .extracting(Line::says)
                .isEqualTo("Now it is ours.");
        assertThat(desk.thread(contract, FIRST).items())
                .extracting(Entry::text)
                .contains("Our margin is thin.", "We know.", "Now it is ours.");
    }

    private void say(Party reseller, String text) {
        conversations.write(reseller.id(), WRITER, contract, message(text));
    }

    private static NewMessage message(String text) {
        return new NewMessage(UUID.randomUUID(), text, false, null);
    }
}
