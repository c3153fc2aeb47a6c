package io.partnerflow.commission;

import io.partnerflow.documents.Vendor;
import io.partnerflow.offers.OfferView;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorLanguage;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What statements and their documents say, in the reseller's language. */
@Component
class CommissionWords {

    private final MessageSource messages;
    private final Vendor vendor;

    private final VendorLanguage staff;

    CommissionWords(MessageSource messages, Vendor vendor, VendorLanguage staff) {
        this.messages = messages;
        this.vendor = vendor;
        this.staff = staff;
    }

    /** For whoever works on it at the vendor. */
    String toStaff(String key, Object... args) {
        return messages.getMessage(key, args, staff.locale());
    }

    static Locale languageOf(Party party) {
        return Locale.forLanguageTag(party.language());
    }

    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    /** {@code March 2026} */
    static String month(Locale language, YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language) + " " + month.getYear();
    }

    /** What a statement is about: {@code March 2026}, or the number of the contract. */
    String subject(Locale language, @Nullable YearMonth month, @Nullable String contract) {
        return month == null ? Objects.requireNonNull(contract) : month(language, month);
    }

    /** How a document's share came about; a credit note's names the invoice whose rate it has. */
    String formula(Locale language, EarnedMonth.Document document, Percentage rate) {
        var formats = formats(language);
        return document.earnedAt() == null || document.credits() == null
                ? say(language, "commission.formula", formats.percent(rate), formats.money(document.net()))
                : say(
                        language,
                        "commission.formula.credit",
                        formats.percent(rate),
                        formats.money(document.net()),
                        document.credits());
    }

    /** How the commission of a component came about. */
    String formula(Locale language, OfferView offer, OfferView.Component component) {
        var formats = formats(language);
        return say(
                language,
                "commission.formula.component",
                formats.percent(component.commissionRate()),
                formats.money(component.monthly()),
                component.quantity(),
                offer.termMonths(),
                offer.number());
    }

    /** A line of the document that bills the statement. */
    String line(Locale language, Statement.Line line) {
        return say(language, "commission.line." + line.kind(), line.title(), line.customerName());
    }

    /** The formula of that line; a corrected one says why. */
    String formula(Locale language, Statement.Line line) {
        var formats = formats(language);
        return line.correction() == null
                ? line.formula()
                : say(
                        language,
                        "commission.formula.corrected",
                        line.formula(),
                        formats.money(line.amount()),
                        formats.money(line.drawnUp()));
    }

    String carriedIn(Locale language) {
        return say(language, "commission.line.carried");
    }

    String carriedInFormula(Locale language) {
        return say(language, "commission.formula.carried");
    }

    String say(Locale language, String key, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
