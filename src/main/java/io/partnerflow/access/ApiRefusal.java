package io.partnerflow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says no at the API in the form every other error of the API has (RFC 9457). */
@Component
class ApiRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final MessageSource messages;

    ApiRefusal(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof KeyLogin.Refused refused) {
            refused.tell(response);
            write(request, response, refused.status(), refused.problem());
            return;
        }
        var tooMany = failure instanceof io.partnerflow.web.LoginGuard.TooManyAttempts;
        if (tooMany) {
            response.setHeader("Retry-After", "60");
        }
        write(request, response, tooMany ? 429 : 401, tooMany ? "too-many-attempts" : "unauthenticated");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(request, response, 403, denied instanceof CsrfException ? "csrf" : "forbidden");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status, String problem)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(problem, text(request, problem, "title"), status, text(request, problem, "detail")));
    }

    private String text(HttpServletRequest request, String problem, String part) {
        return messages.getMessage("problem.%s.%s".formatted(problem, part), null, request.getLocale());
    }
}
