package io.partnerflow.portal;

import io.partnerflow.shared.NotFound;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages that the {@code type} of an API's problem leads to. */
@Controller
class ProblemPages {

    private final MessageSource messages;

    ProblemPages(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/problems/{name}")
    String page(@PathVariable String name, Locale language, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("title", text(name, "title", language));
        model.addAttribute("meaning", text(name, "page", language));
        return "portal/problem-page";
    }

    private String text(String name, String part, Locale language) {
        var text = messages.getMessage("problem.%s.%s".formatted(name, part), null, null, language);
        if (text == null) {
            throw new NotFound("problem", name);
        }
        return text;
    }
}
