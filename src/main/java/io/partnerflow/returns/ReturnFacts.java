package io.partnerflow.returns;

import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Vendor;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What every task about a return shows. */
@Component
class ReturnFacts {

    private static final int MOST_LINES = 40;

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Formats formats;
    private final Locale staff;

    ReturnFacts(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            Organisations organisations,
            MessageSource messages,
            Vendor vendor,
            VendorLanguage staff) {
        this.rows = rows;
        this.devices = devices;
        this.organisations = organisations;
        this.messages = messages;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
        this.staff = staff.locale();
    }

    /** @param concerned which devices the task is about */
    Map<String, String> of(String number, Predicate<ReturnedDevice> concerned) {
        var head = rows.get(number);
        var chosen = devices.of(number).stream().filter(concerned).toList();
        var facts = new LinkedHashMap<String, String>();
        facts.put("returnNumber", number);
        facts.put("contract", head.subscription());
        facts.put("customer", party(head.customer()));
        facts.put("reseller", party(head.reseller()));
        facts.put("way", text("returns.way." + head.way().code()));
        facts.put("dueOn", formats.date(head.dueOn()));
        facts.put(
                "devices",
                chosen.stream().limit(MOST_LINES).map(this::line).collect(joining("\n"))
                        + (chosen.size() > MOST_LINES ? "\n" + text("returns.more", chosen.size() - MOST_LINES) : ""));
        facts.put("returnUrl", "/staff/returns/" + number);
        return facts;
    }

    /** What has happened about devices that are missing. */
    String steps(String number) {
        var head = rows.get(number);
        return text("returns.reminded", head.reminders())
                + (head.chargedOn() == null ? "" : "\n" + text("returns.charged", formats.date(head.chargedOn())))
                + (head.grantedUntil() == null
                        ? ""
                        : "\n" + text("returns.granted", formats.date(head.grantedUntil())));
    }

    private String line(ReturnedDevice device) {
        var line = "%s  %s".formatted(device.serial(), device.productName());
        return device.state() == ReturnedDevice.State.LOCKED && device.unlockUntil() != null
                ? text("returns.locked-until", line, formats.date(device.unlockUntil()))
                : line;
    }

    private String party(UUID id) {
        Party party = organisations.get(id);
        return "%s%n%s, %s%n%s"
                .formatted(
                        party.name(),
                        party.address().postalCode(),
                        party.address().city(),
                        party.email());
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
