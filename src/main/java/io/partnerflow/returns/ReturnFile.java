package io.partnerflow.returns;

import io.partnerflow.documents.DocumentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one return.
 *
 * @param label what is stuck on the parcel and lies in it; null until it is printed
 * @param certificate of erasure; null until it is issued
 */
public record ReturnFile(
        ReturnView head,
        List<ReturnedDevice> devices,
        List<WipeRecord> wipes,
        List<ReturnFee> fees,
        List<UnexpectedArrival> unexpected,
        @Nullable DocumentId label,
        @Nullable DocumentId certificate) {

    public ReturnFile {
        devices = List.copyOf(devices);
        wipes = List.copyOf(wipes);
        fees = List.copyOf(fees);
        unexpected = List.copyOf(unexpected);
    }

    /** How many devices are in this state. */
    public long count(ReturnedDevice.State state) {
        return devices.stream().filter(device -> device.state() == state).count();
    }

    /** Whether a device was given up that could still arrive. */
    public boolean lacksDevices() {
        return devices.stream().anyMatch(device -> device.endedAs() == ReturnedDevice.End.LOST);
    }

    public Optional<ReturnedDevice> device(int position) {
        return devices.stream().filter(device -> device.position() == position).findFirst();
    }

    /** Every try on the media of a device, oldest first. */
    public List<WipeRecord> wipesOf(ReturnedDevice device) {
        return wipes.stream()
                .filter(wipe -> wipe.serial().equals(device.serial()))
                .toList();
    }

    public List<ReturnFee> feesOf(ReturnedDevice device) {
        return fees.stream().filter(fee -> fee.serial().equals(device.serial())).toList();
    }
}
