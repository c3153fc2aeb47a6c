package io.partnerflow.devices;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether reported counts can be true; tells everything that is wrong at once. */
@Component
class CountCheck {

    /** What one customer can have of one type. */
    static final int MOST_DEVICES = 1_000_000;

    /** How far another machine's clock may be ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final DeviceTypes types;
    private final VendorCalendar calendar;

    CountCheck(DeviceTypes types, VendorCalendar calendar) {
        this.types = types;
        this.calendar = calendar;
    }

    /** @throws Invalid with every bad field */
    List<DeviceCount> check(List<ReportedCount> reported, @Nullable Instant countedAt) {
        var problems = new Invalid.Collector();
        checkMoment(countedAt, problems);
        var known = types.all();
        if (reported.isEmpty() || reported.size() > known.size()) {
            problems.reject("devices", "devices-count", reported.size(), known.size());
        }
        var seen = new HashSet<String>();
        var counts = new ArrayList<DeviceCount>();
        for (var index = 0; index < Math.min(reported.size(), known.size()); index++) {
            var one = reported.get(index);
            var path = "devices[%d].".formatted(index);
            if (one.type() == null || !known.contains(one.type())) {
                problems.reject(path + "type", "device-type-unknown", one.type(), String.join(", ", known));
            } else if (!seen.add(one.type())) {
                problems.reject(path + "type", "device-type-twice", one.type(), one.type());
            }
            checkCount(path + "count", one.count(), problems);
            counts.add(new DeviceCount(
                    Objects.requireNonNullElse(one.type(), ""),
                    Objects.requireNonNullElse(one.count(), 0),
                    Objects.requireNonNullElse(countedAt, Instant.EPOCH)));
        }
        problems.throwIfAny();
        return counts;
    }

    private void checkMoment(@Nullable Instant countedAt, Invalid.Collector problems) {
        if (countedAt == null) {
            problems.reject("countedAt", "required", null);
        } else if (countedAt.isBefore(Instant.EPOCH)) {
            problems.reject("countedAt", "counted-too-early", countedAt.toString());
        } else if (countedAt.isAfter(calendar.now().plus(CLOCKS_DIFFER))) {
            problems.reject("countedAt", "counted-in-future", countedAt.toString());
        }
    }

    private static void checkCount(String field, @Nullable Integer count, Invalid.Collector problems) {
        if (count == null) {
            problems.reject(field, "required", null);
        } else if (count < 0 || count > MOST_DEVICES) {
            var code = count < 0 ? "too-small" : "too-large";
            problems.add(Invalid.Field.of(field, code, "invalid.device-count", 0, MOST_DEVICES)
                    .rejecting(count));
        }
    }
}
