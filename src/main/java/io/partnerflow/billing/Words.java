package io.partnerflow.billing;

import io.partnerflow.documents.Vendor;
import io.partnerflow.parties.Party;
import io.partnerflow.pricing.Formula;
import io.partnerflow.pricing.Proration;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.VatDecision.Reason;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What invoices say, in the buyer's language. */
@Component
class Words {

    private final MessageSource messages;
    private final Vendor vendor;

    Words(MessageSource messages, Vendor vendor) {
        this.messages = messages;
        this.vendor = vendor;
    }

    Locale languageOf(Party party) {
        return Locale.forLanguageTag(party.language());
    }

    String line(Locale language, String product, String customer, Period period) {
        var formats = formats(language);
        return say(
                language,
                "billing.line.period",
                product,
                customer,
                formats.date(period.from()),
                formats.date(period.lastDay()));
    }

    String returned(Locale language, String product, String property) {
        return say(language, "billing.line.returned", product, property);
    }

    /** The way to a year's amount and, where the period is not a year, to the part of it. */
    String formula(Locale language, Formula annual, Money annualNet, Money net) {
        var year = say(language, annual);
        return annualNet.equals(net)
                ? year
                : say(language, "billing.formula.part", year, formats(language).money(net));
    }

    /** The way to a year's amount and to the days of the period that are paid for (C-04). */
    String prorated(Locale language, Formula annual, Proration proration) {
        return say(language, "billing.formula.prorated", say(language, annual), say(language, proration.formula()));
    }

    String once(Locale language, Money price) {
        return say(language, "billing.formula.once", formats(language).money(price));
    }

    String taxReason(Locale language, Reason reason) {
        return say(language, "tax.reason." + reason);
    }

    /** How much of a line is taken back. */
    String credited(Locale language, Money net, Money of) {
        var formats = formats(language);
        return net.equals(of)
                ? say(language, "billing.formula.credit-all", formats.money(of))
                : say(language, "billing.formula.credit-part", formats.money(net), formats.money(of));
    }

    private String say(Locale language, Formula formula) {
        return say(
                language,
                formula.messageKey(),
                formula.args().stream().map(arg -> inWords(language, arg)).toArray());
    }

    private String inWords(Locale language, Object arg) {
        if (arg instanceof Money money) {
            return formats(language).money(money);
        }
        return arg instanceof Percentage percentage
                ? percentage.toString()
                : formats(language).number((Number) arg);
    }

    private String say(Locale language, String key, Object... args) {
        return messages.getMessage(key, args, language);
    }

    private Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }
}
