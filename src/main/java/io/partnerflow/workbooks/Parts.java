package io.partnerflow.workbooks;

import io.partnerflow.workbooks.WorkbookRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Excel file. They are unpacked one after the other and never kept; all of them together may not become
 * larger than the bound, however small the file is.
 */
final class Parts implements AutoCloseable {

    private static final long LARGEST = 128L << 20;
    private static final int MOST_PARTS = 2_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final byte[] content;
    private final ZipFile zip;

    /** @throws WorkbookRefused if it is no workbook, one with macros, or too large when unpacked */
    Parts(byte[] content) throws IOException {
        this.content = content;
        requireZip();
        this.zip = zip(content);
        try {
            requireWorkbook();
        } catch (IOException | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    /** Read by its directory, as spreadsheet programs do; the file is gone when it is closed. */
    private static ZipFile zip(byte[] content) throws IOException {
        var file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(file, content);
            return new ZipFile(file.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
    }

    private void requireWorkbook() throws IOException {
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

    /** Unpacks everything once, without keeping it: a small file can be a large one. */
    private Set<String> names() throws IOException {
        var names = new HashSet<String>();
        var left = LARGEST;
        var buffer = new byte[1 << 16];
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            names.add(entry.getName());
            try (var part = zip.getInputStream(entry)) {
                for (int read; (read = part.read(buffer)) >= 0; ) {
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
        var entry = zip.getEntry(name);
        return entry == null ? null : zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
