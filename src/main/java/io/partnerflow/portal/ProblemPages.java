package io.partnerflow.portal;

import io.partnerflow.shared.NotFound;
import java.util.Locale;
import java.util.Optional;
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
        var kind = kind(name, language);
        model.addAttribute("name", name);
        model.addAttribute("title", text(name, "title", language).orElseGet(() -> required(kind, "title", language)));
        model.addAttribute("meaning", text(name, "page", language).orElseGet(() -> required(kind, "page", language)));
        return "portal/problem-page";
    }

    /** What explains a problem that has no words of its own: those of all conflicts, of all refused files. */
    private String kind(String name, Locale language) {
        if (said("conflict." + name, language).isPresent()) {
            return "status-409";
        }
        return said("upload." + name, language).isPresent() ? "upload" : name;
    }

    private String required(String name, String part, Locale language) {
        return text(name, part, language).orElseThrow(() -> new NotFound("problem", name));
    }

    private Optional<String> text(String name, String part, Locale language) {
        return said("problem.%s.%s".formatted(name, part), language);
    }

    private Optional<String> said(String key, Locale language) {
        return Optional.ofNullable(messages.getMessage(key, null, null, language));
    }
}
