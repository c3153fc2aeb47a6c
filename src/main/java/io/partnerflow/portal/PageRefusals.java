package io.partnerflow.portal;

import io.partnerflow.access.DeniedAccess;
import io.partnerflow.access.KeptForms;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.web.StaffListener;
import io.partnerflow.web.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page of our own why something cannot be shown or done, at both doors. The API has its own way. */
@ControllerAdvice
class PageRefusals {

    private final DeniedAccess denied;
    private final KeptForms forms;
    private final StaffListener staff;
    private final MessageSource messages;

    PageRefusals(DeniedAccess denied, KeptForms forms, StaffListener staff, MessageSource messages) {
        this.denied = denied;
        this.forms = forms;
        this.staff = staff;
        this.messages = messages;
    }

    /** What others may see and the caller may not does not exist either. */
    @ExceptionHandler
    ModelAndView missing(NotFound missing) {
        denied.note(missing);
        return page(HttpStatus.NOT_FOUND, null);
    }

    @ExceptionHandler
    ModelAndView forbidden(Forbidden forbidden, Locale language) {
        return page(HttpStatus.FORBIDDEN, messages.getMessage("forbidden." + forbidden.reason(), null, language));
    }

    @ExceptionHandler
    ModelAndView conflict(Conflict conflict, HttpServletRequest request, Locale language) {
        return withWayBack(
                request,
                page(
                        HttpStatus.CONFLICT,
                        messages.getMessage(
                                "conflict." + conflict.code(), conflict.args().toArray(), language)));
    }

    /** Two people, or two tabs, at the same moment. */
    @ExceptionHandler
    ModelAndView overtaken(OptimisticLockingFailureException overtaken, HttpServletRequest request, Locale language) {
        return conflict(new Conflict("changed-meanwhile"), request, language);
    }

    /** An address that asks for what a list has not: a page too far on, an order it does not know. Forms answer for themselves. */
    @ExceptionHandler
    ModelAndView invalid(Invalid invalid, HttpServletRequest request, Locale language) {
        var first = invalid.fields().get(0);
        return withWayBack(
                request,
                page(
                        HttpStatus.BAD_REQUEST,
                        messages.getMessage(first.text(), first.args().toArray(), first.code(), language)));
    }

    @ExceptionHandler
    ModelAndView tooOften(Visits.TooOften tooOften, HttpServletResponse response, Locale language) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(tooOften.waitFor().toSeconds() + 1));
        return page(HttpStatus.TOO_MANY_REQUESTS, messages.getMessage("portal.too-often", null, language));
    }

    /** What was typed is kept for the page it stood on. */
    private ModelAndView withWayBack(HttpServletRequest request, ModelAndView page) {
        if (staff.received(request) || request.getRequestURI().startsWith("/api/")) {
            return page;
        }
        return page.addObject("kept", forms.keepRefused(request).isPresent());
    }

    private static ModelAndView page(HttpStatus status, String reason) {
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("reason", reason);
        return page;
    }
}
