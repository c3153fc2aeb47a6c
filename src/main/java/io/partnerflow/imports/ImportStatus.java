package io.partnerflow.imports;

/** How far a file has come. */
public enum ImportStatus {
    /** Checked; it waits for somebody to say so, or for a better file. */
    CHECKED,
    /** To be written, or being written. */
    CONFIRMED,
    /** Everything stands; the processes of its orders are being begun. */
    WRITTEN,
    DONE,
    /** When it was to be written it was not right any more: nothing of it was. */
    REFUSED,
    /** Its customers were taken away again. */
    UNDONE;

    public boolean isRunning() {
        return this == CONFIRMED || this == WRITTEN;
    }
}
