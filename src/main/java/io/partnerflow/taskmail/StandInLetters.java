package io.partnerflow.taskmail;

import io.partnerflow.engine.StaffDirectory;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.StaffSettings;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells who stands in for whom, and that it is over. */
@Component
class StandInLetters {

    private final Postman postman;
    private final StaffDirectory directory;
    private final StaffSettings settings;
    private final VendorCalendar calendar;
    private final Locale staff;

    StandInLetters(
            Postman postman,
            StaffDirectory directory,
            StaffSettings settings,
            VendorCalendar calendar,
            VendorLanguage staff) {
        this.postman = postman;
        this.directory = directory;
        this.settings = settings;
        this.calendar = calendar;
        this.staff = staff.locale();
    }

    void named(long id, Absence absence, Member away) {
        write("stand-in-named/" + id, "stand-in-named", absence, away);
    }

    void ended(Absence absence, Member away) {
        var key = "stand-in-ended/%d/%s".formatted(absence.id(), calendar.today());
        write(key, "stand-in-ended", absence, away);
    }

    private void write(String key, String template, Absence absence, Member away) {
        directory
                .find(absence.standIn())
                .ifPresent(standIn -> Reached.at(standIn)
                        .ifPresent(address -> postman.send(new Letter(
                                key,
                                address,
                                standIn.name(),
                                template,
                                staff,
                                Map.of(
                                        "person", away.name(),
                                        "firstDay", absence.firstDay(),
                                        "lastDay", absence.lastDay(),
                                        "link", settings.url() + "/staff/settings"),
                                absence.person()))));
    }
}
