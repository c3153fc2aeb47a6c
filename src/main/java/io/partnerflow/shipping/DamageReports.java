package io.partnerflow.shipping;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.orders.Orders;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Damage on arrival: told per serial number within the days of the programme; the term is not begun anew. */
@ModuleService
public class DamageReports {

    private static final String SERIES = "DA";
    private static final int LONGEST_WORDS = 2000;

    private final DamageRows rows;
    private final Shipments shipments;
    private final Receipts receipts;
    private final Inventory inventory;
    private final Orders orders;
    private final Programmes programmes;
    private final NumberSeries numbers;
    private final VendorCalendar calendar;
    private final Workflow workflow;
    private final AuditTrail audit;

    DamageReports(
            DamageRows rows,
            Shipments shipments,
            Receipts receipts,
            Inventory inventory,
            Orders orders,
            Programmes programmes,
            NumberSeries numbers,
            VendorCalendar calendar,
            Workflow workflow,
            AuditTrail audit) {
        this.rows = rows;
        this.shipments = shipments;
        this.receipts = receipts;
        this.inventory = inventory;
        this.orders = orders;
        this.programmes = programmes;
        this.numbers = numbers;
        this.calendar = calendar;
        this.workflow = workflow;
        this.audit = audit;
    }

    /**
     * @param by e-mail address of the reseller's user
     * @return number of the report
     * @throws NotFound if there is no such shipment, or it is another reseller's
     * @throws Invalid on {@code serial} or {@code words}
     * @throws Conflict {@code damage-reported}, {@code damage-too-late} or {@code device-not-received}
     */
    public String byReseller(
            UUID reseller, String shipment, @Nullable String serial, @Nullable String words, String by) {
        return report(shipments.get(reseller, shipment), serial, words, by);
    }

    /** By the link in the customer's letter; as {@link #byReseller}. @throws NotFound if the link is unusable */
    public String byCustomer(String secret, @Nullable String serial, @Nullable String words) {
        return report(receipts.behind(secret), serial, words, "customer");
    }

    /** Of an order, oldest first. */
    @Transactional(readOnly = true)
    public List<DamageView> ofOrder(String order) {
        return rows.ofOrder(order).stream().map(this::view).toList();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public DamageView get(String number) {
        return view(rows.get(number));
    }

    /** Last day on which damage of what arrived that day can be reported. */
    @Transactional(readOnly = true)
    public LocalDate lastDay(String order, LocalDate received) {
        return received.plusDays(days(order));
    }

    private String report(ShipmentView shipment, @Nullable String serial, @Nullable String words, String by) {
        var problems = new Invalid.Collector();
        var item = item(shipment, serial, problems);
        var what = Typed.optionalText("words", words, LONGEST_WORDS, problems);
        if (what == null && !problems.rejects("words")) {
            problems.add(Invalid.Field.of("words", "required", "invalid.damage-words"));
        }
        problems.throwIfAny();
        return begin(shipment, Objects.requireNonNull(item), Objects.requireNonNull(what), by);
    }

    private static ShipmentView.@Nullable Item item(
            ShipmentView shipment, @Nullable String serial, Invalid.Collector problems) {
        var normal = SerialNumber.parse(serial == null ? "" : serial)
                .map(SerialNumber::value)
                .orElse("");
        var found = shipment.items().stream()
                .filter(item -> item.serial().equals(normal))
                .findFirst();
        if (serial == null || serial.isBlank()) {
            problems.add(Invalid.Field.of("serial", "required", "invalid.damaged-device"));
        } else if (found.isEmpty()) {
            problems.reject("serial", "serial-not-in-shipment", serial, serial, shipment.number());
        }
        return found.orElse(null);
    }

    private String begin(ShipmentView shipment, ShipmentView.Item item, String words, String by) {
        if (item.receivedOn() == null) {
            throw new Conflict("device-not-received", item.serial());
        }
        var last = lastDay(shipment.order(), item.receivedOn());
        if (calendar.today().isAfter(last)) {
            throw new Conflict("damage-too-late", item.serial(), last);
        }
        if (rows.about(item.device()).isPresent()) {
            throw new Conflict("damage-reported", item.serial());
        }
        var number = numbers.next(SERIES);
        rows.saveAndFlush(DamageReport.of(number, shipment, item, words, calendar.now(), by));
        audit.record("damage-reported", shipment.order(), "%s: %s".formatted(item.serial(), words));
        workflow.start(DeliveryProcess.DAMAGE_REPORTED, number);
        return number;
    }

    private int days(String number) {
        var order = orders.get(number);
        var shipping = programmes.get(order.programme(), order.policyVersion()).shipping();
        return shipping == null ? 0 : shipping.damageReportDays();
    }

    private DamageView view(DamageReport report) {
        return report.view(inventory.get(report.device()));
    }
}
