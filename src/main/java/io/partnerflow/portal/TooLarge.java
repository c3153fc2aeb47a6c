package io.partnerflow.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** A file too large to be read at all is refused before any page is asked, hence for all pages. */
@ControllerAdvice
class TooLarge {

    private final MessageSource messages;

    TooLarge(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException file, HttpServletRequest request, Locale language) {
        var page = new ModelAndView("error", HttpStatus.PAYLOAD_TOO_LARGE);
        page.addObject("status", HttpStatus.PAYLOAD_TOO_LARGE.value());
        var text = request.getRequestURI().startsWith("/staff/")
                ? "operations.payments.too-large"
                : "portal.order.upload.too-large";
        page.addObject("reason", messages.getMessage(text, null, language));
        return page;
    }
}
