package io.partnerflow.mail;

import io.partnerflow.documents.Branding;
import io.partnerflow.documents.Letterheads;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Formats;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts letters into words, in the look of whom they are written for. */
@Component
class LetterWriter {

    private static final int LONGEST_SUBJECT = 200;

    private final ITemplateEngine templates;
    private final Vendor vendor;
    private final Letterheads letterheads;
    private final MessageSource messages;
    private final MailSettings settings;

    LetterWriter(
            ITemplateEngine templates,
            Vendor vendor,
            Letterheads letterheads,
            MessageSource messages,
            MailSettings settings) {
        this.templates = templates;
        this.vendor = vendor;
        this.letterheads = letterheads;
        this.messages = messages;
        this.settings = settings;
    }

    WrittenLetter write(Letter letter) {
        var branding = Optional.ofNullable(letter.inTheNameOf()).flatMap(letterheads::of);
        var html = html(letter, branding.orElse(null));
        var page = Page.read(html);
        return new WrittenLetter(
                oneLine(page.title()),
                html,
                page.plainText(),
                branding.map(look -> sender(letter, look)).orElse(null),
                branding.map(LetterWriter::picture).orElse(null));
    }

    private String html(Letter letter, @Nullable Branding branding) {
        var facts = new HashMap<>(letter.model());
        facts.put("f", new Formats(letter.language(), vendor.timeZone()));
        facts.put("vendor", vendor.in(letter.language()));
        facts.put("recipient", letter.toName());
        if (branding != null) {
            facts.putAll(Map.of("branding", branding, "picture", LetterPicture.ADDRESS));
        }
        return templates.process("mail/" + letter.template(), new Context(letter.language(), facts));
    }

    /** The reseller's name, and that of the house whose address it is: nobody is to wonder why they differ. */
    private String sender(Letter letter, Branding branding) {
        return messages.getMessage(
                "mail.via", new Object[] {branding.senderName(), settings.senderName()}, letter.language());
    }

    private static @Nullable LetterPicture picture(Branding branding) {
        return branding.logo() == null
                ? null
                : new LetterPicture(branding.logo(), Objects.requireNonNull(branding.logoType()));
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
