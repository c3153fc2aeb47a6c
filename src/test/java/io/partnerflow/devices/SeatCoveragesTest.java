package io.partnerflow.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.TestSeats;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A-06, AA-12, C-21: which seats cover which devices. */
@PartnerflowTest
class SeatCoveragesTest {

    private static final String AIR = "air-monitor-seat";
    private static final String SPACE = "space-monitor-seat";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    DeviceCounts counts;

    @Autowired
    SeatCoverages coverages;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    TestSeats seats;
    Party reseller;
    Party customer;
    LocalDate today;
    int moment;

    @BeforeEach
    void prepareCustomer() {
        seats = new TestSeats(organisations, resellers, management, engine);
        reseller = seats.reseller();
        customer = seats.customerOf(reseller);
        today = calendar.today();
    }

    @Test
    void aSeatOfOneTypeDoesNotCoverADeviceOfAnother() {
        order(today, Map.of(AIR, 5));
        count(Map.of("air-monitor", 3, "space-monitor", 2));

        assertThat(coverage().covered()).isFalse();
        assertThat(coverage().types())
                .extracting(TypeCoverage::name, TypeCoverage::seats, TypeCoverage::devices, TypeCoverage::missing)
                .containsExactly(tuple("Air monitor", 5, 3, 0), tuple("Space monitor", 0, 2, 2));
    }

    @Test
    void moreSeatsThanDevicesAreFine() {
        order(today, Map.of(AIR, 5));
        count(Map.of("air-monitor", 3));

        assertThat(coverage().covered()).isTrue();
    }

    @Test
    void severalSubscriptionsAddUp() {
        order(today, Map.of(AIR, 5));
        order(today.minusMonths(2), Map.of(AIR, 4, SPACE, 1));

        assertThat(coverage().types())
                .extracting(TypeCoverage::type, TypeCoverage::seats)
                .containsExactly(tuple("air-monitor", 9), tuple("space-monitor", 1));
    }

    @Test
    void seatsCountFromTheirFirstDayOn() {
        order(today.plusDays(10), Map.of(AIR, 5));
        count(Map.of("air-monitor", 5));

        assertThat(coverage().covered()).isFalse();
        assertThat(seatsOn(today.plusDays(9))).isZero();
        assertThat(seatsOn(today.plusDays(10))).isEqualTo(5);
    }

    @Test
    void seatsCountUntilTheirContractEnds() {
        order(today, Map.of(AIR, 5));
        set("ends_on = '%s'".formatted(today.plusDays(10)));

        assertThat(seatsOn(today.plusDays(9))).isEqualTo(5);
        assertThat(seatsOn(today.plusDays(10))).isZero();
        set("status = 'ENDED', ended_at = activated_at, next_invoice_on = NULL");
        assertThat(seatsOn(today)).isZero();
    }

    @Test
    void aDeviceThatWasTakenAwayNeedsNoSeat() {
        count(Map.of("air-monitor", 5));
        count(Map.of("air-monitor", 0));

        assertThat(coverage().covered()).isTrue();
        assertThat(coverage().types()).isEmpty();
    }

    @Test
    void countsAreKeptAndCannotBeChanged() {
        count(Map.of("air-monitor", 5));
        count(Map.of("air-monitor", 7));

        assertThat(database.sql("SELECT devices FROM device_count_history WHERE customer_id = ? ORDER BY id")
                        .param(customer.id())
                        .query(Integer.class)
                        .list())
                .containsExactly(5, 7);
        assertThatThrownBy(() -> database.sql("UPDATE device_count_history SET devices = 6 WHERE customer_id = ?")
                        .param(customer.id())
                        .update())
                .hasMessageContaining("device_count_history");
    }

    @Test
    void anOrderWithFewerSeatsThanDevicesIsRefusedWithTheNumberThatIsNeeded() {
        order(today, Map.of(AIR, 5));
        count(Map.of("air-monitor", 12));

        var refused = refusal(today, Map.of(AIR, 6));

        assertThat(refused.fields()).singleElement().satisfies(bad -> {
            assertThat(bad.field()).isEqualTo("lines[0].quantity");
            assertThat(bad.code()).isEqualTo("seats-below-devices");
            assertThat(bad.args()).containsExactly(12, "Air monitor", 5, 7);
        });
        assertThat(seats.placed(reseller, customer, today, Map.of(AIR, 7))).startsWith("OR-");
    }

    @Test
    void aTypeThatIsNotOrderedDoesNotHoldTheOrderUp() {
        count(Map.of("air-monitor", 12, "space-monitor", 1));

        assertThat(seats.placed(reseller, customer, today, Map.of(SPACE, 1))).startsWith("OR-");
    }

    /** A contract that has ended by the day the new one begins covers nothing then. */
    @Test
    void seatsThatRunWhenTheOrderBeginsCountAndNoOthers() {
        order(today, Map.of(AIR, 5));
        count(Map.of("air-monitor", 5));
        set("ends_on = '%s'".formatted(today.plusDays(10)));

        assertThat(refusal(today.plusDays(10), Map.of(AIR, 4)).fields()).hasSize(1);
        assertThat(seats.placed(reseller, customer, today.plusDays(9), Map.of(AIR, 1)))
                .startsWith("OR-");
    }

    @Test
    void aProgrammeThatAsksForNoSeatsIsLeftAlone() {
        var licences = new TestParties(organisations, resellers).reseller();
        var buyer = new TestParties(organisations, resellers).customerOf(licences);

        assertThat(coverages.needed(buyer.id(), today, Map.of())).isEmpty();
        assertThat(coverages.of(buyer.id()).types()).isEmpty();
        assertThat(coverages.typesByProduct()).containsOnlyKeys(AIR, SPACE, "gateway-seat");
    }

    private void order(LocalDate begins, Map<String, Integer> pieces) {
        seats.ordered(reseller, customer, begins, pieces);
    }

    private Invalid refusal(LocalDate begins, Map<String, Integer> pieces) {
        WantedOrder wanted = TestSeats.wanted(reseller, customer, begins, pieces);
        try {
            management.place(wanted, OrderFields.API);
        } catch (Invalid refused) {
            return refused;
        }
        throw new AssertionError("was accepted: " + wanted);
    }

    private void count(Map<String, Integer> devices) {
        counts.report(
                reseller.id(),
                customer.id(),
                devices.entrySet().stream()
                        .map(one -> new ReportedCount(one.getKey(), one.getValue()))
                        .toList(),
                calendar.now().minusSeconds(600 - moment++),
                "the platform");
    }

    private Coverage coverage() {
        return coverages.of(customer.id());
    }

    private int seatsOn(LocalDate day) {
        return database.sql("SELECT coalesce(sum(seat_count), 0) FROM seats_by_type(?) WHERE customer_id = ?")
                .params(day, customer.id())
                .query(Integer.class)
                .single();
    }

    private void set(String what) {
        database.sql("UPDATE subscription SET " + what + " WHERE customer_id = ?")
                .param(customer.id())
                .update();
    }
}
