package io.partnerflow.documents;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Reads files from outside as the application does, without the application. */
public final class Readers {

    private Readers() {}

    public static BoundedCheck bounded() {
        return bounded(Duration.ofSeconds(5));
    }

    public static BoundedCheck bounded(Duration longest) {
        return new BoundedCheck(new UploadSettings(DataSize.ofMegabytes(10), longest, DataSize.ofMegabytes(16), 2));
    }
}
