package io.partnerflow.inventory;

import static io.partnerflow.inventory.DeviceStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.TestWorkplace;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PartnerflowTest
class InventoryTest {

    private static final AtomicInteger LAST = new AtomicInteger();

    /** How a device comes into each state. */
    private static final Map<DeviceStatus, List<DeviceStatus>> WAYS = Map.ofEntries(
            Map.entry(ORDERED, List.of()),
            Map.entry(CANCELLED, List.of(CANCELLED)),
            Map.entry(SHIPPED, List.of(SHIPPED)),
            Map.entry(DELIVERED, List.of(SHIPPED, DELIVERED)),
            Map.entry(IN_USE, List.of(SHIPPED, DELIVERED, IN_USE)),
            Map.entry(DAMAGED, List.of(SHIPPED, DELIVERED, DAMAGED)),
            Map.entry(RETURN_ANNOUNCED, List.of(SHIPPED, RETURN_ANNOUNCED)),
            Map.entry(IN_TRANSIT, List.of(SHIPPED, RETURN_ANNOUNCED, IN_TRANSIT)),
            Map.entry(RECEIVED, List.of(SHIPPED, RETURN_ANNOUNCED, RECEIVED)),
            Map.entry(LOCKED, List.of(SHIPPED, RETURN_ANNOUNCED, RECEIVED, LOCKED)),
            Map.entry(INSPECTED, List.of(SHIPPED, RETURN_ANNOUNCED, RECEIVED, INSPECTED)),
            Map.entry(WIPED, List.of(SHIPPED, RETURN_ANNOUNCED, RECEIVED, INSPECTED, WIPED)),
            Map.entry(REFURBISHED, List.of(SHIPPED, RETURN_ANNOUNCED, RECEIVED, INSPECTED, WIPED, REFURBISHED)),
            Map.entry(RECYCLED, List.of(SHIPPED, RETURN_ANNOUNCED, RECEIVED, INSPECTED, WIPED, RECYCLED)),
            Map.entry(LOST, List.of(SHIPPED, LOST)));

    private static final Map<DeviceStatus, Set<DeviceStatus>> ALLOWED = Map.ofEntries(
            Map.entry(ORDERED, Set.of(SHIPPED, CANCELLED)),
            Map.entry(SHIPPED, Set.of(DELIVERED, RETURN_ANNOUNCED, LOST)),
            Map.entry(DELIVERED, Set.of(IN_USE, DAMAGED, RETURN_ANNOUNCED, LOST)),
            Map.entry(IN_USE, Set.of(DAMAGED, RETURN_ANNOUNCED, LOST)),
            Map.entry(DAMAGED, Set.of(RETURN_ANNOUNCED, IN_TRANSIT, RECEIVED, LOST)),
            Map.entry(RETURN_ANNOUNCED, Set.of(IN_TRANSIT, RECEIVED, LOST)),
            Map.entry(IN_TRANSIT, Set.of(RECEIVED, LOST)),
            Map.entry(RECEIVED, Set.of(INSPECTED, LOCKED)),
            Map.entry(LOCKED, Set.of(INSPECTED, WIPED)),
            Map.entry(INSPECTED, Set.of(WIPED, LOCKED)), // a laptop: it has a data carrier
            Map.entry(WIPED, Set.of(REFURBISHED, RECYCLED)),
            Map.entry(LOST, Set.of(RECEIVED)),
            Map.entry(REFURBISHED, Set.of()),
            Map.entry(RECYCLED, Set.of()),
            Map.entry(CANCELLED, Set.of()));

    @Autowired
    Inventory inventory;

    @Autowired
    OrderManagement management;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;

    @BeforeEach
    void prepareCustomer() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
    }

    static Stream<Arguments> steps() {
        return Stream.of(DeviceStatus.values())
                .flatMap(from -> Stream.of(DeviceStatus.values())
                        .filter(to -> to != from)
                        .map(to -> Arguments.of(from, to, ALLOWED.get(from).contains(to))));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("steps")
    void takesOnlyTheStepsThatFollow(DeviceStatus from, DeviceStatus to, boolean allowed) {
        var device = new Device[] {aDevice()};
        WAYS.get(from).forEach(step -> go(device[0], step));

        if (allowed) {
            go(device[0], to);
            assertThat(device[0].status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> go(device[0], to)).isInstanceOf(Conflict.class);
            assertThat(device[0].status()).isEqualTo(from);
        }
    }

    @Test
    void aPieceWithoutDataCarriersEndsWithoutBeingWiped() {
        var order = ordered();
        var monitor = inventory.ofContract(order).get(2);
        assertThat(monitor.storageMedia()).isZero();
        inventory.ship(monitor.id(), serial(), Reason.of("SH-1"));
        inventory.announceReturn(monitor.id(), Reason.of("RE-1"));
        inventory.received(monitor.id(), Reason.of("RE-1"));
        inventory.inspected(monitor.id(), Finding.DAMAGED, Reason.of("RE-1", "The screen is cracked."));
        inventory.recycle(monitor.id(), Reason.of("RE-1"));

        assertThat(inventory.get(monitor.id()).finding()).isEqualTo(Finding.DAMAGED);
        assertThat(inventory.get(monitor.id()).status().isEnd()).isTrue();
        assertThat(inventory.history(monitor.id()))
                .extracting(DeviceEvent::status)
                .containsExactly(ORDERED, SHIPPED, RETURN_ANNOUNCED, RECEIVED, INSPECTED, RECYCLED);
    }

    @Test
    void everyPieceIsARowOnceAndTellsItsDataCarriers() {
        var order = ordered();
        inventory.order(wanted(order));

        assertThat(inventory.ofContract(order))
                .extracting(InventoryDevice::position, InventoryDevice::productName, InventoryDevice::storageMedia)
                .containsExactly(
                        tuple(1, "Laptop 14 inch", 1), tuple(2, "Laptop 14 inch", 1), tuple(3, "Monitor 27 inch", 0));
    }

    @Test
    void aSecondStepIntoTheSameStateLeavesNoTrace() {
        var device = inventory.ofContract(ordered()).get(0).id();
        inventory.ship(device, serial(), Reason.of("SH-1"));
        inventory.delivered(device, Reason.of("SH-1"));
        inventory.delivered(device, Reason.of("SH-1"));

        assertThat(inventory.history(device)).hasSize(3);
        assertThat(inventory.outstanding(inventory.get(device).order())).hasSize(1);
    }

    @Test
    void aPieceIsReplacedOnce() {
        var order = ordered();
        var old = inventory.ofContract(order).get(0).id();

        var fresh = inventory.replace(old, Reason.of("DA-1"));

        assertThat(inventory.replace(old, Reason.of("DA-1"))).isEqualTo(fresh);
        assertThat(fresh.position()).isEqualTo(4);
        assertThat(fresh.replaces()).isEqualTo(old);
        assertThat(fresh.status()).isEqualTo(ORDERED);
    }

    @ParameterizedTest
    @CsvSource({"5cg 1234 abc,5CG1234ABC", "' a-1 ',A-1", "ab#c/1.2,AB#C/1.2"})
    void serialNumbersAreComparedWithoutSpacesInCapitals(String typed, String normal) {
        assertThat(SerialNumber.parse(typed)).hasValue(new SerialNumber(normal));
    }

    @ParameterizedTest
    @CsvSource({"''", "A1", "'<script>'", "Ä123", "'-123'"})
    void whatIsNoSerialNumberIsNotTaken(String typed) {
        assertThat(SerialNumber.parse(typed)).isEmpty();
    }

    @Test
    void aSerialNumberBelongsToOneDevice() {
        var taken = serial();
        inventory.ship(inventory.ofContract(ordered()).get(0).id(), taken, Reason.of("SH-1"));
        var other = inventory.ofContract(ordered()).get(0).id();

        assertThatThrownBy(() -> inventory.ship(other, taken, Reason.of("SH-2")))
                .isInstanceOfSatisfying(
                        Conflict.class, taken2 -> assertThat(taken2.code()).isEqualTo("serial-taken"));
        assertThat(inventory.get(other).status()).isEqualTo(ORDERED);
    }

    @Test
    void ofTwoAtTheSameMomentOneGetsTheSerialNumber() throws Exception {
        var taken = serial();
        var devices = inventory.ofContract(ordered()).subList(0, 2);
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(2);
        var tries = new ArrayList<Callable<Boolean>>();
        devices.forEach(device -> tries.add(() -> {
            start.await();
            try {
                inventory.ship(device.id(), taken, Reason.of("SH-1"));
                return true;
            } catch (Conflict tooLate) {
                return false;
            }
        }));
        var running = tries.stream().map(pool::submit).toList();
        start.countDown();
        var won = 0;
        for (var one : running) {
            won += one.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(won).isEqualTo(1);
        assertThat(inventory.find(taken)).isPresent();
    }

    @Test
    void historyIsNeverChanged() {
        var device = inventory.ofContract(ordered()).get(0).id();

        assertThatThrownBy(() -> database.sql("DELETE FROM device_event WHERE device_id = ?")
                        .param(device)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aResellerFindsItsOwnDevicesOnly() {
        var order = ordered();
        var device = inventory.ofContract(order).get(1);
        var number = serial();
        inventory.ship(device.id(), number, Reason.of("SH-1"));
        var stranger = new TestParties(organisations, resellers).resellerOf("workplace", "0");

        assertThat(search(reseller, number.value().toLowerCase(), null)).containsExactly(device.id());
        assertThat(search(reseller, customer.name(), null)).hasSize(3);
        assertThat(search(reseller, "monitor", null)).hasSize(1);
        assertThat(search(reseller, "", SHIPPED)).containsExactly(device.id());
        assertThat(search(stranger, "", null)).isEmpty();
        assertThatThrownBy(() -> inventory.get(stranger.id(), device.id())).isInstanceOf(NotFound.class);
    }

    private List<UUID> search(Party who, String text, DeviceStatus status) {
        return inventory
                .of(who.id(), new DeviceSearch(new Paging(0, 50, "serial", text), status, null))
                .items()
                .stream()
                .map(InventoryDevice::id)
                .toList();
    }

    private static void go(Device device, DeviceStatus to) {
        if (to == SHIPPED) {
            device.ship(serial(), Instant.EPOCH);
        } else {
            device.go(to, Instant.EPOCH);
        }
    }

    private static Device aDevice() {
        var wanted = new WantedDevices("OR-1", new UUID(0, 1), new UUID(0, 2), List.of());
        return Device.ordered(wanted, 1, "laptop-14", 1, Instant.EPOCH);
    }

    private static SerialNumber serial() {
        return new SerialNumber("INV-%06d".formatted(LAST.incrementAndGet()));
    }

    private String ordered() {
        var order = management.place(TestWorkplace.bundle(reseller, customer, calendar.today()), OrderFields.FORM);
        inventory.order(wanted(order));
        return order;
    }

    private WantedDevices wanted(String order) {
        return new WantedDevices(
                order,
                customer.id(),
                reseller.id(),
                List.of(new WantedDevices.Item("laptop-14", 2), new WantedDevices.Item("monitor-27", 1)));
    }
}
