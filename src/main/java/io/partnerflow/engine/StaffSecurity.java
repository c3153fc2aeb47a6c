package io.partnerflow.engine;

import io.partnerflow.web.StaffListener;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets in by the staff's door. Staff are users of the engine's identity tables, one log-in serves Tasklist, Cockpit
 * and our own staff pages. Their log-in lives beside a portal log-in in the same browser session and neither counts as
 * the other.
 */
@Configuration(proxyBeanMethods = false)
class StaffSecurity {

    private static final String CONTEXT_KEY = "STAFF_SECURITY_CONTEXT";
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    /** Machines and administrators with a password on every request, no session. */
    @Bean
    @Order(10)
    SecurityFilterChain engineRestChain(HttpSecurity http, StaffListener staff, StaffLogin login) throws Exception {
        return http.securityMatcher(and(staff::received, PATH.matcher("/engine-rest/**")))
                .authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("GROUP_camunda-admin"))
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // no cookie counts here
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain staffChain(HttpSecurity http, StaffListener staff, StaffLogin login) throws Exception {
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(CONTEXT_KEY);
        var lastWanted = new HttpSessionRequestCache();
        lastWanted.setSessionAttrName("STAFF_SAVED_REQUEST");
        lastWanted.setRequestMatcher(new AndRequestMatcher(
                request -> "GET".equals(request.getMethod()),
                request -> !request.getRequestURI().contains("/api/")));
        return http.securityMatcher(staff::received)
                .authenticationManager(new ProviderManager(login))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(lastWanted))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher("/camunda/api/admin/setup/**"),
                                PATH.matcher("/camunda/app/admin/*/setup/**"))
                        .denyAll()
                        .requestMatchers(
                                PATH.matcher("/actuator/health/**"),
                                PATH.matcher("/assets/**"),
                                PATH.matcher("/error"),
                                PATH.matcher("/staff/login"))
                        .permitAll()
                        .requestMatchers(PATH.matcher("/actuator/**"))
                        .hasAuthority("GROUP_camunda-admin")
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/staff/login")
                        .loginProcessingUrl("/staff/login")
                        .defaultSuccessUrl("/staff")
                        .failureHandler(new StaffLoginFailure()))
                .logout(logout -> logout.logoutUrl("/staff/logout")
                        .logoutSuccessUrl("/staff/login?out")
                        .invalidateHttpSession(false) // a portal log-in in the same browser goes on
                        .clearAuthentication(true)
                        .addLogoutHandler(new ForgetWebappLogin())
                        .addLogoutHandler(contextOnly(contexts)))
                .csrf(csrf -> csrf.ignoringRequestMatchers(PATH.matcher("/camunda/**"))) // brings its own
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    /** Hands the person who is logged in to the staff's door on to Tasklist, Cockpit and Admin. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLogin() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of("authentication-provider", StaffSession.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(201);
        return filter;
    }

    private static SecurityContextLogoutHandler contextOnly(HttpSessionSecurityContextRepository contexts) {
        var handler = new SecurityContextLogoutHandler();
        handler.setInvalidateHttpSession(false);
        handler.setSecurityContextRepository(contexts);
        return handler;
    }

    private static RequestMatcher and(RequestMatcher one, RequestMatcher other) {
        return new AndRequestMatcher(one, other);
    }
}
