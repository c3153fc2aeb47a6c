package io.partnerflow.api;

import io.partnerflow.shared.Conflict;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** What holds for every call that changes something. */
@Configuration(proxyBeanMethods = false)
class WriteAdvice {

    private static final int TRIES = 3;

    /** Two people at the same moment: the second one's whole call runs again on what the first one left. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor postsAreTriedAgain() {
        return triedAgain(AnnotationMatchingPointcut.forMethodAnnotation(PostMapping.class));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor putsAreTriedAgain() {
        return triedAgain(AnnotationMatchingPointcut.forMethodAnnotation(PutMapping.class));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor startsHappenOnce(
            ObjectProvider<IdempotentCalls> calls, ObjectProvider<HttpServletRequest> requests) {
        MethodInterceptor once = invocation -> {
            var request = requests.getObject();
            var key = IdempotentCalls.checked(request.getHeader("Idempotency-Key"));
            return calls.getObject().once(key, ApiBody.fingerprint(request), proceeding(invocation));
        };
        var advisor = new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(OnlyOnce.class), once);
        advisor.setOrder(2);
        return advisor;
    }

    private static Advisor triedAgain(AnnotationMatchingPointcut writes) {
        MethodInterceptor again = invocation -> {
            for (var tried = 1; ; tried++) {
                try {
                    return ((org.springframework.aop.ProxyMethodInvocation) invocation)
                            .invocableClone()
                            .proceed();
                } catch (OptimisticLockingFailureException | DataIntegrityViolationException meanwhile) {
                    if (tried == TRIES) {
                        throw meanwhile instanceof OptimisticLockingFailureException
                                ? new Conflict("changed-meanwhile")
                                : meanwhile;
                    }
                }
            }
        };
        var advisor = new DefaultPointcutAdvisor(writes, again);
        advisor.setOrder(1);
        return advisor;
    }

    private static Supplier<ResponseEntity<?>> proceeding(MethodInvocation invocation) {
        return () -> {
            try {
                return (ResponseEntity<?>) invocation.proceed();
            } catch (RuntimeException | Error unchecked) {
                throw unchecked;
            } catch (Throwable checked) {
                throw new IllegalStateException(checked);
            }
        };
    }
}
