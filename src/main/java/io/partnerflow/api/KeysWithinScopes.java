package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps a call that comes with a key within the key's scopes, before anything is read of it. What it asks for is the
 * address of the method that answers, not the letters that were sent: the same address can be written in many ways.
 */
@Configuration(proxyBeanMethods = false)
class KeysWithinScopes implements WebMvcConfigurer, HandlerInterceptor {

    private final CurrentCaller callers;

    KeysWithinScopes(CurrentCaller callers) {
        this.callers = callers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    /** @throws RefusedCall 403 {@code scope-missing} */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && callers.key().isPresent()) { // nothing else answers there
            var address = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            var scope = ScopeOfCall.of(request.getMethod(), address);
            if (scope.isPresent() && callers.lacks(scope.get())) {
                response.setHeader(
                        "WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(scope.get()));
                throw new RefusedCall(403, "scope-missing", scope.get());
            } else if (ScopeOfCall.kind(address) == ScopeOfCall.Kind.UNKNOWN) {
                throw new RefusedCall(403, "scope-missing", "-");
            }
        }
        return true;
    }
}
