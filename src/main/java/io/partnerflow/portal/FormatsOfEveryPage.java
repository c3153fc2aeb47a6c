package io.partnerflow.portal;

import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Formats;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page {@code f}, which writes money, days and moments the reader's way. */
@ControllerAdvice(annotations = Controller.class)
class FormatsOfEveryPage {

    private final Vendor vendor;

    FormatsOfEveryPage(Vendor vendor) {
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }
}
