package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps a call that comes with a key within the key's scopes, before anything is read of it. */
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
        if (callers.key().isPresent()) {
            var address = request.getRequestURI();
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
