package io.partnerflow.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Puts {@code ETag} on what is read, and minds {@code If-Match} where it is changed. */
@Configuration(proxyBeanMethods = false)
class EditionAdvice {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor changesMindWhatWasRead(
            ObjectProvider<Editions> editions, ObjectProvider<HttpServletRequest> requests) {
        MethodInterceptor minding = invocation -> {
            var reading = invocation.getMethod().getAnnotation(IfUnchanged.class);
            var ifMatch = requests.getObject().getHeader(HttpHeaders.IF_MATCH);
            return ifMatch == null || reading == null
                    ? invocation.proceed()
                    : editions.getObject().change(reading, invocation.getArguments()[0], ifMatch, going(invocation));
        };
        var advisor =
                new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(IfUnchanged.class), minding);
        advisor.setOrder(2);
        return advisor;
    }

    private static Supplier<Object> going(MethodInvocation invocation) {
        return () -> {
            try {
                return invocation.proceed();
            } catch (RuntimeException | Error unchecked) {
                throw unchecked;
            } catch (Throwable checked) {
                throw new IllegalStateException(checked);
            }
        };
    }

    /** Tags what is marked {@link Edited}. */
    @ControllerAdvice(basePackageClasses = EditionAdvice.class)
    static class Tagging implements ResponseBodyAdvice<Object> {

        private final Editions editions;

        Tagging(Editions editions) {
            this.editions = editions;
        }

        @Override
        public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
            return method.hasMethodAnnotation(Edited.class);
        }

        @Override
        public @Nullable Object beforeBodyWrite(
                @Nullable Object body,
                MethodParameter method,
                MediaType type,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            if (body != null) {
                response.getHeaders().setETag(editions.tag(body));
            }
            return body;
        }
    }
}
