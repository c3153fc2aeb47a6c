package io.partnerflow.credit;

import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a credit check into the words of the credit desk. */
@Component
class CreditWords {

    private final MessageSource messages;
    private final Locale staff;

    CreditWords(MessageSource messages, VendorLanguage staff) {
        this.messages = messages;
        this.staff = staff.locale();
    }

    String reason(String code) {
        return text("credit.reason." + code);
    }

    String term(int months) {
        return text("order.term", months);
    }

    String exposure(Exposure exposure, Formats formats) {
        return text(
                "credit.exposure",
                formats.money(exposure.contracts()),
                exposure.contractCount(),
                formats.money(exposure.orders()),
                exposure.orderCount(),
                formats.money(exposure.thisOrder()),
                formats.money(exposure.total()));
    }

    String agency(CreditReports.@Nullable Report report, @Nullable String problem, Formats formats) {
        if (report == null) {
            return text("credit.agency.silent", problem == null ? "" : problem);
        }
        return text(
                "credit.agency",
                report.agency(),
                report.reference(),
                formats.time(report.obtainedAt()),
                report.scoreClass() == null ? text("credit.agency.unknown") : report.scoreClass(),
                report.foundedOn() == null ? text("credit.agency.unknown") : formats.date(report.foundedOn()),
                text(report.insolvent() ? "credit.agency.insolvent" : "credit.agency.not-insolvent"),
                formats.money(report.limit()));
    }

    String security(@Nullable Alternative alternative, Formats formats) {
        if (alternative != null && alternative.deposit() != null) {
            return text("credit.security.deposit", formats.money(alternative.deposit()));
        }
        if (alternative != null && alternative.guarantor() != null) {
            return text(
                    "credit.security.guarantor",
                    alternative.guarantor().name(),
                    alternative.guarantor().registrationNumber());
        }
        return text("credit.security.none");
    }

    /** One line of the log. */
    String decision(CreditDecision decision, Formats formats) {
        var parts = new ArrayList<String>();
        parts.add(formats.time(decision.at()));
        parts.add(decision.by());
        parts.add(text("credit.outcome." + decision.outcome().name()));
        parts.add(reason(decision.reason()));
        if (decision.limit() != null) {
            parts.add(text("credit.log.limit", formats.money(decision.limit())));
        }
        if (decision.table() != null) {
            parts.add(text(
                    "credit.log.rule", decision.table().rule(), decision.table().version()));
        }
        if (decision.condition() != null) {
            parts.add(decision.condition());
        }
        if (decision.note() != null) {
            parts.add(decision.note());
        }
        return String.join(" · ", parts);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
