package io.partnerflow.bankfiles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads a file of the bank, whatever it is written in, one entry after the other. */
public final class BankFiles {

    private static final int LOOK_AHEAD = 1024;

    private BankFiles() {}

    /**
     * @param content read to its end, not closed
     * @param accounts whose movements are wanted, without spaces; a table, which need not name one, is about the first
     * @param each takes every booked entry; what it was given counts only if this method returns
     * @throws BankFileRefused with everything that is wrong, by line
     */
    public static BankFile read(InputStream content, List<String> accounts, Consumer<BankEntry> each) {
        var file = new BufferedInputStream(content, 64 * 1024);
        try {
            return looksLikeXml(file)
                    ? new CamtReader(accounts, each).read(file)
                    : new TableReader(accounts.get(0), each).read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean looksLikeXml(BufferedInputStream file) throws IOException {
        file.mark(LOOK_AHEAD);
        var start = file.readNBytes(LOOK_AHEAD);
        file.reset();
        for (var each : start) {
            var text = each > ' ';
            if (text) {
                return each == '<';
            }
        }
        if (start.length == 0) {
            throw new BankFileRefused(0, "empty");
        }
        return false;
    }
}
