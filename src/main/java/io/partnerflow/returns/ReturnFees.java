package io.partnerflow.returns;

import io.partnerflow.billing.CreditNotes;
import io.partnerflow.billing.CreditWish;
import io.partnerflow.billing.OnceCharge;
import io.partnerflow.billing.OnceCharges;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.Decisions;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.returns.ReturnFee.Finding;
import io.partnerflow.returns.ReturnedDevice.State;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.VatCase.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the customer pays for a device beside the rent, by the table in force, each device and finding once.
 *
 * <p><b>Source:</b> WA-10.
 */
@Component
class ReturnFees {

    private static final String TABLE = "return.fee";

    private final FeeRows rows;
    private final ReturnWords words;
    private final Decisions decisions;
    private final Catalogue catalogue;
    private final Programmes programmes;
    private final OnceCharges charges;
    private final CreditNotes credits;
    private final Vendor vendor;
    private final VendorCalendar calendar;

    ReturnFees(
            FeeRows rows,
            ReturnWords words,
            Decisions decisions,
            Catalogue catalogue,
            Programmes programmes,
            OnceCharges charges,
            CreditNotes credits,
            Vendor vendor,
            VendorCalendar calendar) {
        this.rows = rows;
        this.words = words;
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.programmes = programmes;
        this.charges = charges;
        this.credits = credits;
        this.vendor = vendor;
        this.calendar = calendar;
    }

    /** What the table says; empty where a finding costs nothing. */
    Optional<Money> price(ReturnView head, ReturnedDevice device, Finding finding) {
        return fee(head, decisions.consider(TABLE, inputs(head, device, finding)));
    }

    private Optional<Money> settle(ReturnView head, ReturnedDevice device, Finding finding) {
        var about = new Decisions.About(head.number(), device.serial());
        return fee(head, decisions.decide(TABLE, about, inputs(head, device, finding)));
    }

    private Map<String, Object> inputs(ReturnView head, ReturnedDevice device, Finding finding) {
        return Map.of(
                "finding", finding.name(),
                "category",
                        catalogue
                                .find(device.product())
                                .orElseThrow()
                                .category()
                                .name(),
                "product", device.product(),
                "currency", currency(head));
    }

    private Optional<Money> fee(ReturnView head, Map<String, Object> answer) {
        return Optional.of(Money.of((String) answer.get("feeAmount"), currency(head)))
                .filter(Money::isPositive);
    }

    private String currency(ReturnView head) {
        return programmes.get(head.programme(), head.policyVersion()).currencyOr(vendor.currency());
    }

    /** What an inspection will cost once the device has its end. */
    List<Finding> findings(ReturnedDevice device) {
        var seen = device.inspection();
        var findings = new ArrayList<Finding>();
        if (seen != null) {
            switch (seen.condition()) {
                case DAMAGED_MINOR -> findings.add(Finding.DAMAGED_MINOR);
                case DAMAGED_MAJOR -> findings.add(Finding.DAMAGED_MAJOR);
                case GOOD -> {}
            }
            if (seen.partsMissing()) {
                findings.add(Finding.MISSING_PARTS);
            }
            if (device.givenUp()) {
                findings.add(Finding.LOCKED);
            }
        }
        return findings;
    }

    /** Charges what was found at devices that have come to their end. */
    void chargeFindings(ReturnView head, List<ReturnedDevice> devices) {
        devices.stream()
                .filter(device -> device.state() == State.ENDED)
                .filter(device -> device.endedAs() != ReturnedDevice.End.LOST)
                .forEach(device -> findings(device).forEach(finding -> charge(head, device, finding)));
    }

    /** Charges a device that has not come. */
    void chargeMissing(ReturnView head, ReturnedDevice device) {
        charge(head, device, Finding.LOST);
    }

    private void charge(ReturnView head, ReturnedDevice device, Finding finding) {
        if (!rows.exists(device, finding)) {
            settle(head, device, finding).ifPresent(amount -> charge(head, device, finding, amount));
        }
    }

    private void charge(ReturnView head, ReturnedDevice device, Finding finding, Money amount) {
        var position = rows.next(head.number());
        var line = new OnceCharge.Line(Supply.SERVICE, words.fee(head, device, finding), amount);
        var charge = charges.charge(new OnceCharge(
                "%s/%d".formatted(head.number(), position),
                head.customer(),
                head.reseller(),
                head.customer(),
                head.programme(),
                head.subscription(),
                head.order(),
                null,
                programmes
                        .get(head.programme(), head.policyVersion())
                        .deadlines()
                        .paymentDays(),
                List.of(line)));
        rows.insert(
                head.number(),
                position,
                new ReturnFee(device.serial(), finding, amount, charge, calendar.today(), null, null));
    }

    /**
     * Takes back what was charged for devices that have come after all, in this return or one before it, as soon as it stands
     * on an invoice.
     */
    void creditArrived(ReturnView head, List<ReturnedDevice> devices) {
        var arrived = devices.stream()
                .filter(device -> device.receivedAt() != null)
                .map(ReturnedDevice::serial)
                .toList();
        rows.missing(head.subscription()).stream()
                .filter(fee -> arrived.contains(fee.serial()))
                .forEach(fee -> charges.invoice(fee.charge()).ifPresent(invoice -> credit(head, fee, invoice)));
    }

    private void credit(ReturnView head, ReturnFee fee, String invoice) {
        var reason = words.arrived(head, fee.serial());
        rows.credited(fee.charge(), credits.request(new CreditWish(invoice, new CreditWish.All(), reason, false)));
    }
}
