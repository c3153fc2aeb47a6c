package io.partnerflow.parties;

import io.partnerflow.shared.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Says whether bytes are a picture that can stand on a paper: what they are decides, never what they are called. */
final class LogoCheck {

    static final int LARGEST_KILOBYTES = 300;

    private static final int LARGEST_SIDE = 2000;
    private static final Map<String, String> TYPES = Map.of("png", "image/png", "jpeg", "image/jpeg");

    private LogoCheck() {}

    /** @return its type; empty if it was rejected */
    static Optional<String> type(byte[] bytes, Invalid.Collector problems) {
        if (bytes.length > LARGEST_KILOBYTES * 1024) {
            problems.reject("logo", "logo-too-large", null, LARGEST_KILOBYTES, (bytes.length + 1023) / 1024);
            return Optional.empty();
        }
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? type(readers.next(), input, problems) : refused("logo-no-picture", problems);
        } catch (IOException | RuntimeException broken) { // decoders throw all kinds of things at a damaged picture
            return refused("logo-damaged", problems);
        }
    }

    private static Optional<String> type(ImageReader reader, ImageInputStream input, Invalid.Collector problems)
            throws IOException {
        try {
            var type = TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
            if (type == null) {
                return refused("logo-no-picture", problems);
            }
            reader.setInput(input, true, true);
            // asked before decoding: a few bytes can claim to be a picture that fills the memory
            if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
                problems.reject("logo", "logo-too-wide", null, LARGEST_SIDE, reader.getWidth(0), reader.getHeight(0));
                return Optional.empty();
            }
            reader.read(0);
            return Optional.of(type);
        } finally {
            reader.dispose();
        }
    }

    private static Optional<String> refused(String code, Invalid.Collector problems) {
        problems.reject("logo", code, null);
        return Optional.empty();
    }
}
