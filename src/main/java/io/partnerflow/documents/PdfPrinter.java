package io.partnerflow.documents;

import static com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.partnerflow.shared.Formats;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints a page of {@code templates/pdf} as PDF/A-3 that is also tagged for screen readers (PDF/UA). The same facts at
 * the same time give the same bytes.
 */
@Service
public class PdfPrinter {

    private static final FSDefaultCacheStore FONT_METRICS = new FSDefaultCacheStore();
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final Vendor vendor;
    private final Letterheads letterheads;
    private final Clock clock;

    PdfPrinter(ITemplateEngine templates, Vendor vendor, Letterheads letterheads, Clock clock) {
        this.templates = templates;
        this.vendor = vendor;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    /**
     * @param template file in {@code templates/pdf}, without its ending; never a text somebody typed
     * @param model    what the template shows; {@code f} ({@link Formats}) and {@code vendor} ({@link Vendor}) are
     *                 always there
     * @param language of the texts and of the document
     * @throws IllegalArgumentException if the template's name is not kebab-case
     */
    public byte[] print(String template, Map<String, Object> model, Locale language) {
        if (!template.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a template: " + template);
        }
        var facts = new HashMap<>(model);
        facts.put("f", new Formats(language, vendor.timeZone()));
        facts.putIfAbsent("vendor", vendor);
        facts.replaceAll((name, fact) -> fact instanceof Vendor known ? known.in(language) : fact);
        return pdf(templates.process("pdf/" + template, new Context(language, facts)), language);
    }

    /**
     * A paper a reseller's customer gets: the reseller's mark stands beside the vendor's, if it has chosen one. Never for
     * a paper that has a legal issuer.
     *
     * @param reseller of the customer, in the matter the paper is about
     */
    public byte[] print(String template, Map<String, Object> model, Locale language, UUID reseller) {
        var facts = new HashMap<>(model);
        letterheads.of(reseller).ifPresent(mark -> {
            facts.put("mark", mark);
            mark.inlineLogo().ifPresent(logo -> facts.put("markLogo", logo));
        });
        return print(template, facts, language);
    }

    private byte[] pdf(String html, Locale language) {
        var now = Date.from(clock.instant());
        try (var document = rendered(html, language)) {
            ArchiveMetadata.createdAt(document, now);
            document.setDocumentId(html.hashCode() ^ now.getTime());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture that stands in the page itself, such as the logo of a reseller. */
    private static boolean isInThePage(String address) {
        return address.startsWith("data:image/png;base64,") || address.startsWith("data:image/jpeg;base64,");
    }

    /** Everything a paper needs is in it or travels with us: nothing is fetched from anywhere. */
    private static PDDocument rendered(String html, Locale language) throws IOException {
        var document = new PDDocument();
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useUnicodeLineBreaker(new LineBreaks(language))
                .useColorProfile(COLOURS)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, FONT_METRICS)
                .useExternalResourceAccessControl((uri, type) -> isInThePage(uri), RUN_BEFORE_RESOLVING_URI)
                .withProducer("partnerflow")
                .withHtmlContent(html, null)
                .usePDDocument(document);
        for (var font : Typeface.ALL) {
            builder.useFont(font.suppliedTo(document), font.family(), font.weight(), font.style(), true);
        }
        builder.buildPdfRenderer().createPDFWithoutClosing();
        return document;
    }
}
