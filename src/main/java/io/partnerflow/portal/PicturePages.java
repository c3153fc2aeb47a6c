package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** A process as a page of its own; the same, without what stands around it, is what a page fetches anew. */
@Controller
class PicturePages {

    private final LivePictures pictures;
    private final CurrentCaller callers;

    PicturePages(LivePictures pictures, CurrentCaller callers) {
        this.pictures = pictures;
        this.callers = callers;
    }

    @GetMapping({"/pictures/{number}", "/pictures/{number}/{process}"})
    String one(
            @PathVariable String number,
            @PathVariable(required = false) @Nullable String process,
            @RequestHeader(name = "X-Part", required = false) @Nullable String part,
            Model model,
            Locale language) {
        model.addAttribute("number", number);
        model.addAttribute("live", pictures.of(callers.require(), number, process, language));
        return part == null ? "portal/diagram-page" : "portal/diagram :: live";
    }
}
