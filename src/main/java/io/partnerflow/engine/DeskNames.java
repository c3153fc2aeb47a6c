package io.partnerflow.engine;

import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people call a group of staff. */
@Component
public class DeskNames {

    private final MessageSource texts;
    private final Locale staff;

    DeskNames(MessageSource texts, VendorLanguage staff) {
        this.texts = texts;
        this.staff = staff.locale();
    }

    /** Groups that a task can be given to. */
    public static Set<String> known() {
        var all = new TreeSet<>(VendorDesks.DESKS);
        all.add(VendorDesks.MANAGERS);
        return all;
    }

    /** @return the group's id itself where it was made by an administrator and has no name in our texts */
    public String of(String group) {
        return texts.getMessage("engine.desk." + group, null, group, staff);
    }
}
