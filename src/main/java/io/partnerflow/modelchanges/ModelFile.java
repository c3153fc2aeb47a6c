package io.partnerflow.modelchanges;

import java.nio.charset.StandardCharsets;

/**
 * A process, table or form as it was sent.
 *
 * @param name file name without folders, such as {@code order.bpmn}, {@code offer.commission-rate.dmn} or
 *     {@code order.check-order.form}
 * @param content at most 1 MB
 */
public record ModelFile(String name, byte[] content) {

    /** The content as text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
