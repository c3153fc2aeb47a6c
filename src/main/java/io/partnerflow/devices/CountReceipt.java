package io.partnerflow.devices;

/**
 * What became of one reported count.
 *
 * @param reported as it came in
 * @param current what counts now
 */
public record CountReceipt(DeviceCount reported, Outcome outcome, DeviceCount current) {

    public enum Outcome {
        /** It counts from now on. */
        TAKEN,
        /** It was known already. */
        KNOWN,
        /** A later count is known, so it was left aside. */
        OLDER
    }
}
