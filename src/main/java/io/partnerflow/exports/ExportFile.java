package io.partnerflow.exports;

import java.io.InputStream;

/**
 * A finished file that is gone when its content has been closed.
 *
 * @param name with its ending
 * @param contentType of its content
 * @param length in bytes
 * @param content to be read once and closed
 */
public record ExportFile(String name, String contentType, long length, InputStream content) {}
