package io.partnerflow.documents;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A file to parse that ends the parser's work when its thread is interrupted; the parser itself never asks. */
public final class InterruptibleBytes extends RandomAccessReadBuffer {

    public InterruptibleBytes(byte[] content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        goOn();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        goOn();
        return super.read(target, offset, length);
    }

    @Override
    public void seek(long position) throws IOException {
        goOn();
        super.seek(position);
    }

    private static void goOn() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the check of this file took too long");
        }
    }
}
