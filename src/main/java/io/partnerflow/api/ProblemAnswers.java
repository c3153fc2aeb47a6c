package io.partnerflow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.access.DeniedAccess;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.web.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers whatever goes wrong under {@code /api} as a problem: never a stack trace, never a class name, never another
 * tenant's data. Pages have their own way.
 */
@Component
class ProblemAnswers implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final ProblemTexts texts;
    private final DeniedAccess denied;
    private final ObjectMapper json;

    ProblemAnswers(ProblemTexts texts, DeniedAccess denied, ObjectMapper json) {
        this.texts = texts;
        this.denied = denied;
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        var securitys = thrown instanceof AuthenticationException || thrown instanceof AccessDeniedException;
        if (securitys || !request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        if (thrown instanceof Visits.TooOften tooOften) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(tooOften.waitFor().toSeconds() + 1));
        }
        write(response, of(HttpFaults.meaning(thrown), request.getRequestURI(), request.getLocale()));
        return new ModelAndView();
    }

    /** Also for filters, which answer before any controller is asked. */
    void write(HttpServletResponse response, Problem problem) {
        try {
            response.resetBuffer();
            response.setStatus(problem.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Problem of(Exception thrown, String instance, Locale language) {
        if (thrown instanceof Invalid invalid) {
            return texts.of(invalid, instance, language);
        } else if (thrown instanceof NotFound missing) {
            denied.note(missing);
            return texts.named(404, "not-found", List.of(), instance, language);
        } else if (thrown instanceof Forbidden forbidden) {
            return texts.of(403, "forbidden", "forbidden." + forbidden.reason(), List.of(), instance, language);
        } else if (thrown instanceof Conflict conflict) {
            return texts.of(409, conflict.code(), "conflict." + conflict.code(), conflict.args(), instance, language);
        } else if (thrown instanceof UploadRefused refused) {
            return upload(refused, instance, language);
        } else if (thrown instanceof Visits.TooOften) {
            return texts.named(429, "too-often", List.of(), instance, language);
        } else if (thrown instanceof RefusedCall refused) {
            return texts.named(refused.status(), refused.problem(), refused.args(), instance, language);
        }
        return unexpected(thrown, instance, language);
    }

    private Problem upload(UploadRefused refused, String instance, Locale language) {
        var name = refused.reason() == UploadRefused.Reason.TOO_LARGE ? "body-too-large" : refused.code();
        return texts.of(refused.status(), name, "upload." + refused.code(), refused.args(), instance, language);
    }

    private Problem unexpected(Exception thrown, String instance, Locale language) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("call {} failed, reference {}", instance, reference, thrown);
        return texts.named(500, "unexpected", List.of(reference), instance, language);
    }
}
