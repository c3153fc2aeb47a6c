package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.conversations.Author;
import io.partnerflow.conversations.Conversations;
import io.partnerflow.conversations.NewMessage;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reseller's people and the vendor write to each other, all threads and one of them. */
@Controller
@RequestMapping("/messages")
class MessagePages {

    private static final int THREADS = 25;
    private static final int ENTRIES = 30;

    private final Conversations conversations;
    private final ConversationCard card;
    private final CurrentCaller callers;
    private final PageProblems problems;
    private final MessageSource messages;

    MessagePages(
            Conversations conversations,
            ConversationCard card,
            CurrentCaller callers,
            PageProblems problems,
            MessageSource messages) {
        this.conversations = conversations;
        this.card = card;
        this.callers = callers;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "0") int page, Model model) {
        var caller = callers.require();
        var lines = conversations.list(caller.reseller(), caller.userId(), new Paging(page, THREADS, null, ""));
        model.addAttribute("lines", lines);
        return "portal/messages-list";
    }

    @GetMapping("/{number}")
    ModelAndView one(@PathVariable String number, @RequestParam(defaultValue = "0") int page) {
        var thread = card.of(callers.require(), number, new Paging(page, ENTRIES, null, ""));
        var view = new ModelAndView("portal/messages-one", Map.of("thread", thread));
        view.addObject("wrong", List.of());
        view.addObject("at", Map.of());
        return view;
    }

    @PostMapping("/{number}")
    ModelAndView write(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID once,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean customerMayRead,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Locale language,
            RedirectAttributes next)
            throws IOException {
        var caller = callers.require().mustBeAbleToOrder();
        var submission = Objects.requireNonNullElseGet(once, UUID::randomUUID);
        var subject = conversations.subject(caller.reseller(), number);
        try {
            var written = conversations.write(
                    caller.reseller(),
                    new Author(caller.userId().toString(), caller.name()),
                    number,
                    new NewMessage(submission, text, customerMayRead, sent(file)));
            said(next, language, written.isPresent() ? "portal.conversation.sent" : "portal.conversation.sent-before");
        } catch (Invalid invalid) {
            var wrong = problems.of(invalid, UnaryOperator.identity(), language);
            return refused(number, 422, wrong, text, customerMayRead);
        } catch (UploadRefused refused) {
            var wrong = problems.problem(
                    "file", "upload." + refused.code(), language, refused.args().toArray());
            return refused(number, refused.status(), List.of(wrong), text, customerMayRead);
        }
        return new ModelAndView("redirect:" + subject.page() + "#messages");
    }

    @PostMapping("/{number}/{id}")
    ModelAndView edit(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        try {
            conversations.edit(caller.reseller(), caller.userId().toString(), number, id, text);
        } catch (Invalid invalid) {
            var view = one(number, 0);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            view.addObject("editing", id);
            view.addObject("edited", text);
            view.addObject("wrongEdit", problems.of(invalid, UnaryOperator.identity(), language));
            return view;
        } catch (Conflict late) {
            var wrong = problems.problem("text", "conflict." + late.code(), language);
            return refused(number, HttpStatus.CONFLICT.value(), List.of(wrong), text, false);
        }
        said(next, language, "portal.conversation.edited");
        return new ModelAndView("redirect:/messages/" + number);
    }

    /** The page again with what was typed. */
    private ModelAndView refused(
            String number, int status, List<PageProblems.Problem> wrong, String text, boolean customerMayRead) {
        var view = one(number, 0);
        view.setStatus(HttpStatusCode.valueOf(status));
        view.addObject("wrong", wrong);
        view.addObject("at", PageProblems.byField(wrong));
        view.addObject("typedText", text);
        view.addObject("typedTick", customerMayRead);
        return view;
    }

    private void said(RedirectAttributes next, Locale language, String key) {
        next.addFlashAttribute("flash", new Shell.Flash("good", messages.getMessage(key, null, language)));
    }

    static NewMessage.@Nullable File sent(@Nullable MultipartFile file) throws IOException {
        return file == null || file.isEmpty()
                ? null
                : new NewMessage.File(file.getBytes(), Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    }
}
