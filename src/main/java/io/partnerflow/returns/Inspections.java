package io.partnerflow.returns;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.Finding;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.Reason;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.returns.ReturnedDevice.Condition;
import io.partnerflow.returns.ReturnedDevice.Inspection;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at devices that have arrived. What was seen can be put right until the first medium is wiped. */
@ModuleService
public class Inspections {

    private static final int LONGEST_WORDS = 1000;
    private static final int MOST_MEDIA = 20;

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final WipeRows wipes;
    private final ReturnPhotos photos;
    private final ReturnLetters letters;
    private final Agenda agenda;
    private final Inventory inventory;
    private final ReturnSettings settings;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    Inspections(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            WipeRows wipes,
            ReturnPhotos photos,
            ReturnLetters letters,
            Agenda agenda,
            Inventory inventory,
            ReturnSettings settings,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.devices = devices;
        this.wipes = wipes;
        this.photos = photos;
        this.letters = letters;
        this.agenda = agenda;
        this.inventory = inventory;
        this.settings = settings;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Nothing is wrong with any of these. @throws Conflict as {@link #inspect} does; then nothing is done */
    public void good(String number, List<Integer> positions, String person) {
        positions.forEach(position -> inspect(number, position, NewInspection.good(), person));
    }

    /**
     * Writes down what was seen. A locked device waits for the customer, who is told how to unlock it.
     *
     * @param position of the device in the return
     * @throws NotFound if there is no such device
     * @throws Invalid on {@code words} if something is wrong and nobody says what, on {@code photo} if damage has no picture or
     *     the file is none, on {@code media}
     * @throws Conflict {@code device-not-to-inspect} if it has not arrived, or something of it is wiped
     */
    public void inspect(String number, int position, NewInspection seen, String person) {
        var head = rows.lock(number);
        var device = devices.get(number, position);
        if (!device.canBeInspected() || isWiped(device)) {
            throw new Conflict("device-not-to-inspect", device.serial());
        }
        check(device, seen);
        var until = seen.locked() ? unlockUntil(device) : null;
        var photo = photos.keep(head, device, seen.photo());
        var inspection = new Inspection(
                seen.condition(),
                seen.locked(),
                seen.partsMissing(),
                seen.words() == null || seen.words().isBlank()
                        ? null
                        : seen.words().strip(),
                photo,
                calendar.now(),
                person);
        devices.inspect(device, inspection, seen.media() == null ? device.media() : seen.media(), until);
        tell(head, device, inspection, until);
        agenda.moveOn(head, person);
    }

    private void tell(ReturnView head, ReturnedDevice device, Inspection seen, @Nullable LocalDate until) {
        inventory
                .find(new SerialNumber(device.serial()))
                .ifPresent(one -> inventory.inspected(one.id(), found(seen), Reason.of(head.number(), seen.words())));
        audit.record("device-inspected", head.number(), "%s by %s".formatted(device.serial(), seen.by()));
        if (until != null) {
            letters.locked(head, device, until);
        }
    }

    private boolean isWiped(ReturnedDevice device) {
        return wipes.of(device.number()).stream().anyMatch(wipe -> wipe.serial().equals(device.serial()));
    }

    /** Looking again gives no more time. */
    private LocalDate unlockUntil(ReturnedDevice device) {
        return Objects.requireNonNullElseGet(
                device.unlockUntil(), () -> calendar.today().plusDays(settings.unlockDays()));
    }

    private static Finding found(Inspection seen) {
        if (seen.locked()) {
            return Finding.LOCKED;
        }
        return seen.condition() == Condition.GOOD && !seen.partsMissing() ? Finding.SOUND : Finding.DAMAGED;
    }

    private static void check(ReturnedDevice device, NewInspection seen) {
        var problems = new Invalid.Collector();
        var words = seen.words() == null ? "" : seen.words().strip();
        var wrong = seen.condition() != Condition.GOOD || seen.locked() || seen.partsMissing();
        if (wrong && words.isEmpty()) {
            problems.reject("words", "return-words-missing", null);
        }
        if (words.length() > LONGEST_WORDS) {
            problems.reject("words", "too-long", null, LONGEST_WORDS);
        }
        var before = device.inspection();
        if (seen.condition() != Condition.GOOD && seen.photo() == null && (before == null || before.photo() == null)) {
            problems.reject("photo", "return-photo-missing", null);
        }
        if (seen.media() != null && (seen.media() < 0 || seen.media() > MOST_MEDIA)) {
            problems.reject("media", "out-of-range", seen.media(), 0, MOST_MEDIA);
        }
        problems.throwIfAny();
    }
}
