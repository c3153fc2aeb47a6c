package io.partnerflow.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A printer as the application has it, without the application. */
public final class Papers {

    public static final Instant NOW = Instant.parse("2026-06-01T08:15:30Z");

    private Papers() {}

    public static PdfPrinter printer() {
        return printer(reseller -> Optional.empty());
    }

    static PdfPrinter printer(Letterheads letterheads) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/pdf", "messages/debits");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(texts);
        return new PdfPrinter(engine, SamplePapers.VENDOR, letterheads, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
