package io.partnerflow.portal;

import io.partnerflow.shared.Formats;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page {@code f}, which writes money, days and moments the reader's way. */
@ControllerAdvice(annotations = Controller.class)
class FormatsOfEveryPage {

    @ModelAttribute("f")
    Formats formats(Locale language, ZoneId zone) {
        return new Formats(language, zone);
    }
}
