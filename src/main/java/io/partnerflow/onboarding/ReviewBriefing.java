package io.partnerflow.onboarding;

import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person who decides on an application sees. */
@Component
class ReviewBriefing implements TaskBriefing {

    private static final int LONGEST = 4000;

    private final Applications applications;
    private final CheckRecords records;
    private final Correspondence correspondence;
    private final PreconditionCheck precondition;
    private final Programmes programmes;
    private final MessageSource messages;
    private final Formats formats;
    private final Locale staff;

    ReviewBriefing(
            Applications applications,
            CheckRecords records,
            Correspondence correspondence,
            PreconditionCheck precondition,
            Programmes programmes,
            MessageSource messages,
            Vendor vendor,
            VendorLanguage staff) {
        this.applications = applications;
        this.records = records;
        this.correspondence = correspondence;
        this.precondition = precondition;
        this.programmes = programmes;
        this.messages = messages;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return OnboardingProcess.REVIEW_TASK;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(String businessKey) {
        var application = applications.numbered(businessKey);
        var applicant = application.applicant();
        var facts = new LinkedHashMap<String, String>();
        facts.put("applicationNumber", application.number());
        facts.put("programmeName", programmes.name(application.programme(), staff));
        facts.put("organisationName", applicant.name());
        facts.put("registrationNumber", applicant.registrationNumber());
        facts.put("vatId", Objects.requireNonNullElse(applicant.vatId(), ""));
        facts.put("address", address(applicant));
        facts.put("contact", contact(application));
        facts.put("motivation", Objects.requireNonNullElse(application.motivation(), ""));
        facts.put("checks", checks(businessKey));
        facts.put("preconditionAnswer", preconditionAnswer(application));
        facts.put("correspondence", correspondence(businessKey));
        return facts;
    }

    private String address(Applicant applicant) {
        return lines(
                applicant.line1(),
                applicant.line2(),
                applicant.postalCode() + " " + applicant.city(),
                Countries.name(applicant.country(), staff));
    }

    private static String contact(ResellerApplication application) {
        var contact = application.contact();
        return lines(contact.name(), contact.email(), contact.phone());
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(Objects::nonNull).collect(joining("\n"));
    }

    private String checks(String number) {
        return records.of(number).stream()
                .map(check -> text("check." + check.name() + "." + check.answer(), check.detail()))
                .collect(joining("\n"));
    }

    private String preconditionAnswer(ResellerApplication application) {
        var asked = precondition.of(application);
        var evidence = precondition.evidence(application);
        return lines(
                text("precondition." + asked),
                text("precondition-evidence." + evidence, application.preconditionReference()));
    }

    private String correspondence(String number) {
        var all = correspondence.of(number).stream()
                .map(message -> "%s, %s:%n%s".formatted(formats.time(message.at()), message.author(), message.text()))
                .collect(joining("\n\n"));
        return all.length() <= LONGEST ? all : "…" + all.substring(all.length() - LONGEST + 1);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
