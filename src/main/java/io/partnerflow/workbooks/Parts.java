package io.partnerflow.workbooks;

import io.partnerflow.workbooks.WorkbookRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Excel file. They are unpacked one after the other and never kept; all of them together may not become
 * larger than the bound, however small the file is.
 */
final class Parts {

    private static final long LARGEST = 256L << 20;
    private static final int MOST_PARTS = 2_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final byte[] content;

    /** @throws WorkbookRefused if it is no workbook, one with macros, or too large when unpacked */
    Parts(byte[] content) throws IOException {
        this.content = content;
        requireZip();
        var names = names();
        if (!names.contains("xl/workbook.xml")) {
            throw new WorkbookRefused(Reason.NOT_EXCEL);
        }
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            throw new WorkbookRefused(Reason.MACROS);
        }
    }

    private void requireZip() {
        if (content.length == 0) {
            throw new WorkbookRefused(Reason.EMPTY);
        }
        if (begins(OLD)) {
            throw new WorkbookRefused(contains(ENCRYPTED) ? Reason.PROTECTED : Reason.OLD_EXCEL);
        }
        if (!begins(ZIP)) {
            throw new WorkbookRefused(Reason.NOT_EXCEL);
        }
    }

    private boolean begins(byte[] magic) {
        return content.length > magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    private boolean contains(byte[] wanted) {
        for (var at = 0; at <= content.length - wanted.length; at++) {
            if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> names() throws IOException {
        var names = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            var left = LARGEST;
            var buffer = new byte[1 << 16];
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                names.add(entry.getName());
                for (int read; (read = zip.read(buffer)) >= 0; ) {
                    left -= read;
                    if (left < 0 || names.size() > MOST_PARTS) {
                        throw new WorkbookRefused(Reason.TOO_LARGE, LARGEST >> 20);
                    }
                }
            }
        }
        return names;
    }

    /** A part to be read and closed; null if there is none of this name. */
    @Nullable
    InputStream open(String name) throws IOException {
        var zip = new ZipInputStream(new ByteArrayInputStream(content));
        for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
            if (entry.getName().equals(name)) {
                return new FilterInputStream(zip) {};
            }
        }
        zip.close();
        return null;
    }
}
