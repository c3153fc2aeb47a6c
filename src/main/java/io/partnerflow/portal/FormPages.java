package io.partnerflow.portal;

import io.partnerflow.intake.FormAnswers;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormDesk;
import io.partnerflow.intake.FormView;
import io.partnerflow.intake.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows any form as a page of its own and takes in what is sent from it. */
@Component
class FormPages {

    private final FormDesk desk;
    private final MessageSource messages;

    FormPages(FormDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /** The form with the values it starts with. */
    ModelAndView open(String form, FormContext context) {
        return page(desk.blank(form, context), HttpStatus.OK);
    }

    /**
     * What the page sends: a wish to see the fields that belong to an answer, or the form itself. Accepted, it leads on
     * to the page the receipt names; refused, it comes back with what is wrong.
     */
    ModelAndView post(String form, FormContext context, HttpServletRequest request, RedirectAttributes next) {
        var typed = FormAnswers.typed(body(request));
        var token = Objects.requireNonNullElse(request.getParameter("_token"), "");
        if (request.getParameter("_refresh") != null) {
            return page(desk.refreshed(form, context, typed, token), HttpStatus.OK);
        }
        var outcome = desk.send(form, context, typed, token);
        return outcome.accepted()
                ? goOn(outcome.receipt(), outcome.again(), context, next)
                : page(outcome.form(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** What was in the address, such as the mark a log-in leaves there, is no answer; it stands before the body's. */
    private static Map<String, String[]> body(HttpServletRequest request) {
        var address = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
        var body = new LinkedHashMap<String, String[]>();
        request.getParameterMap().forEach((name, values) -> {
            var skipped = address.getOrDefault(name, List.of()).size();
            if (skipped < values.length) {
                body.put(name, Arrays.copyOfRange(values, skipped, values.length));
            }
        });
        return body;
    }

    private static ModelAndView page(FormView view, HttpStatusCode status) {
        var page = new ModelAndView("portal/form-page", status);
        page.addObject("view", view);
        return page;
    }

    private ModelAndView goOn(Receipt receipt, boolean again, FormContext context, RedirectAttributes next) {
        var text = again ? "portal.resume.sent-before" : receipt.message();
        var sentence = messages.getMessage(text, new Object[] {receipt.reference()}, context.language());
        next.addFlashAttribute("flash", new Shell.Flash(again ? "info" : "good", sentence));
        return new ModelAndView("redirect:" + receipt.location());
    }
}
