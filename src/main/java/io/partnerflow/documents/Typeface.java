package io.partnerflow.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The fonts papers are set in. They travel with the application, since an archivable PDF must embed what it uses. */
record Typeface(String family, int weight, FontStyle style, byte[] file) {

    static final List<Typeface> ALL = List.of(
            liberation("Liberation Sans", 400, FontStyle.NORMAL, "LiberationSans-Regular"),
            liberation("Liberation Sans", 700, FontStyle.NORMAL, "LiberationSans-Bold"),
            liberation("Liberation Sans", 400, FontStyle.ITALIC, "LiberationSans-Italic"));

    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    private static Typeface liberation(String family, int weight, FontStyle style, String file) {
        try {
            var bytes = new ClassPathResource("liberation/" + file + ".ttf").getContentAsByteArray();
            return new Typeface(family, weight, style, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
