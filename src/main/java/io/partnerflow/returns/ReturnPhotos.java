package io.partnerflow.returns;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.Upload;
import io.partnerflow.documents.UploadCheck;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.returns.NewInspection.Photo;
import io.partnerflow.returns.ReturnedDevice.Inspection;
import io.partnerflow.shared.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pictures of damage: JPEG or PNG, of which only the head is read. */
@Component
class ReturnPhotos {

    private static final String KIND = "return-photo";
    private static final int LONGEST_SIDE = 12_000;

    private final UploadCheck uploads;
    private final Documents documents;

    ReturnPhotos(UploadCheck uploads, Documents documents) {
        this.uploads = uploads;
        this.documents = documents;
    }

    /**
     * Keeps a picture; where none is sent, the one from before stays.
     *
     * @throws Invalid on {@code photo} if the file is no picture we take
     */
    @Nullable
    DocumentId keep(ReturnView head, ReturnedDevice device, @Nullable Photo photo) {
        if (photo == null) {
            return Optional.ofNullable(device.inspection())
                    .map(Inspection::photo)
                    .orElse(null);
        }
        var picture = inspected(photo);
        var edition = "%d-%s"
                .formatted(
                        device.position(), Documents.sha256(picture.content()).substring(0, 12));
        return documents.file(picture.as(
                KIND,
                head.number(),
                edition,
                Set.of(head.customer().toString(), head.reseller().toString())));
    }

    private Upload inspected(Photo photo) {
        try {
            var picture = uploads.inspect(photo.content(), photo.fileName());
            if (!picture.contentType().startsWith("image/") || !hasSize(picture)) {
                throw Invalid.field("photo", "return-photo-unreadable", null);
            }
            return picture;
        } catch (UploadRefused refused) {
            throw Invalid.field("photo", "return-photo-unreadable", null);
        }
    }

    /** Whether its head says how large it is, within reason; the picture itself is never unpacked. */
    private static boolean hasSize(Upload picture) {
        var format = picture.contentType().substring("image/".length());
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.content()))) {
            var reader = ImageIO.getImageReadersByFormatName(format).next();
            try {
                reader.setInput(stream, true, true);
                return isSide(reader.getWidth(0)) && isSide(reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static boolean isSide(int pixels) {
        return pixels > 0 && pixels <= LONGEST_SIDE;
    }
}
