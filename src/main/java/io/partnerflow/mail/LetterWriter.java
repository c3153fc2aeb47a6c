package io.partnerflow.mail;

import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Formats;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts letters into words. */
@Component
class LetterWriter {

    private static final int LONGEST_SUBJECT = 200;

    private final ITemplateEngine templates;
    private final Vendor vendor;

    LetterWriter(ITemplateEngine templates, Vendor vendor) {
        this.templates = templates;
        this.vendor = vendor;
    }

    WrittenLetter write(Letter letter) {
        var facts = new HashMap<>(letter.model());
        facts.put("f", new Formats(letter.language(), vendor.timeZone()));
        facts.put("vendor", vendor);
        facts.put("recipient", letter.toName());
        var html = templates.process("mail/" + letter.template(), new Context(letter.language(), facts));
        var page = Page.read(html);
        return new WrittenLetter(oneLine(page.title()), html, page.plainText());
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
