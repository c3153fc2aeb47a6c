package io.partnerflow.mail;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.shared.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to write.
 *
 * @param key         unique per letter and occasion, such as {@code agreement-sent/OR-2026-000001}: a second letter with
 *                    the same key is not written. Printable ASCII without spaces, at most 250 characters
 * @param to          one e-mail address
 * @param toName      who that is; may be empty
 * @param template    file in {@code templates/mail}, without its ending; its {@code <title>} is the subject
 * @param language    of the texts
 * @param model       what the template shows; {@code f} (formats) and {@code vendor} are always there
 * @param attachments documents to send along, in this order
 * @param businessKey human number of the case it is about, such as {@code OR-2026-000001}
 * @param inTheNameOf the reseller whose customer reads it, in whose look and name it is written; null where the vendor
 *                    itself writes, as it always does about what is owed to it
 */
public record Letter(
        String key,
        String to,
        String toName,
        String template,
        Locale language,
        Map<String, Object> model,
        List<DocumentId> attachments,
        String businessKey,
        @Nullable UUID inTheNameOf) {

    /** @throws IllegalArgumentException if key, template name or address cannot be used */
    public Letter {
        if (!key.matches("[!-~]{1,250}")) {
            throw new IllegalArgumentException("not a letter's key: " + key);
        }
        if (!template.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a letter's template: " + template);
        }
        to = EmailAddress.of(to).value();
        toName = toName.replaceAll("\\p{Cntrl}+", " ").strip();
        model = Map.copyOf(model);
        attachments = List.copyOf(attachments);
    }

    /** A letter of the vendor's own. */
    public Letter(
            String key,
            String to,
            String toName,
            String template,
            Locale language,
            Map<String, Object> model,
            List<DocumentId> attachments,
            String businessKey) {
        this(key, to, toName, template, language, model, attachments, businessKey, null);
    }

    /** A letter of the vendor's own without attachments. */
    public Letter(
            String key,
            String to,
            String toName,
            String template,
            Locale language,
            Map<String, Object> model,
            String businessKey) {
        this(key, to, toName, template, language, model, List.of(), businessKey);
    }

    /** The same letter, to a customer of this reseller: in its look and name if it has chosen them. */
    public Letter inTheNameOf(UUID reseller) {
        return new Letter(key, to, toName, template, language, model, attachments, businessKey, reseller);
    }
}
