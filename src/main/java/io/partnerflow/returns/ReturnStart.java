package io.partnerflow.returns;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.engine.Workflow.Answers;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.returns.ReturnView.Kind;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionView;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins returns: the rows and their process together. */
@ModuleService
class ReturnStart {

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final NumberSeries numbers;
    private final Programmes programmes;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ReturnStart(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            NumberSeries numbers,
            Programmes programmes,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.devices = devices;
        this.numbers = numbers;
        this.programmes = programmes;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Everything that is out and in no other return. @return RE-… */
    String ofContract(SubscriptionView contract, List<InventoryDevice> out, LocalDate dueOn) {
        var known = out.stream().filter(device -> device.serial() != null).toList();
        var elsewhere = new HashSet<>(
                devices.onTheirWay(known.stream().map(InventoryDevice::serial).toList()));
        var free = known.stream()
                .filter(device -> !elsewhere.contains(device.serial()))
                .toList();
        return begin(contract, Kind.CONTRACT, Way.DIRECT, null, "", free, dueOn);
    }

    /** @param by who asked for it. @return RE-… */
    String ofDevices(
            SubscriptionView contract, Way way, @Nullable String reason, String by, List<InventoryDevice> chosen) {
        var days = programmes
                .get(contract.programme(), contract.policyVersion())
                .returns()
                .dueDays();
        return begin(
                contract,
                Kind.DEVICES,
                way,
                reason,
                by,
                chosen,
                calendar.today().plusDays(days));
    }

    private String begin(
            SubscriptionView contract,
            Kind kind,
            Way way,
            @Nullable String reason,
            String by,
            List<InventoryDevice> chosen,
            LocalDate dueOn) {
        var number = numbers.next("RE");
        rows.insert(
                new ReturnView(
                        number,
                        kind,
                        contract.number(),
                        contract.orderNumber(),
                        contract.reseller(),
                        contract.customer(),
                        contract.programme(),
                        contract.policyVersion(),
                        way,
                        reason,
                        true,
                        calendar.today(),
                        dueOn,
                        null,
                        0,
                        null,
                        null),
                by);
        for (var position = 1; position <= chosen.size(); position++) {
            devices.insert(number, position, chosen.get(position - 1));
        }
        audit.record("return-begun", number, "%d devices of %s".formatted(chosen.size(), contract.number()));
        workflow.start(
                ReturnProcess.RETURN_DUE,
                number,
                Answers.none().with(ReturnProcess.LATE_AT, calendar.startOfDay(dueOn.plusDays(1))));
        return number;
    }
}
