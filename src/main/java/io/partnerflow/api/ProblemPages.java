package io.partnerflow.api;

import io.partnerflow.shared.NotFound;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages that the {@code type} of a problem leads to. */
@Controller
class ProblemPages {

    private final ProblemTexts texts;

    ProblemPages(ProblemTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/problems/{name}")
    ModelAndView page(@PathVariable String name, Locale language) {
        if (!texts.knows(name)) {
            throw new NotFound("problem", name);
        }
        var page = new ModelAndView("portal/problem-page");
        page.addObject("name", name);
        page.addObject("title", texts.title(0, name, language));
        page.addObject("meaning", texts.text("problem.%s.page".formatted(name), language));
        return page;
    }
}
