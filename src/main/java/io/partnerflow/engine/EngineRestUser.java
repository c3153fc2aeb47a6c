package io.partnerflow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Calls on engine-rest act with the rights of who is logged in; without this the engine would check nothing. */
@Configuration(proxyBeanMethods = false)
class EngineRestUser {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> engineRestUserFilter(@Lazy IdentityService identity) {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var person = SecurityContextHolder.getContext().getAuthentication();
                var groups = person.getAuthorities().stream()
                        .map(authority -> authority.getAuthority().replaceFirst("^GROUP_", ""))
                        .toList();
                try {
                    identity.setAuthentication(person.getName(), groups);
                    chain.doFilter(request, response);
                } finally {
                    identity.clearAuthentication();
                }
            }
        });
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(202);
        return filter;
    }
}
