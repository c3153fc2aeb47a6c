package io.partnerflow.engine;

import io.partnerflow.web.StaffListener;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
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
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher(HttpMethod.POST, "/engine-rest/deployment/**"), // see /staff/models
                                PATH.matcher(HttpMethod.DELETE, "/engine-rest/deployment/**"),
                                PATH.matcher(HttpMethod.POST, "/engine-rest/engine/*/deployment/**"),
                                PATH.matcher(HttpMethod.DELETE, "/engine-rest/engine/*/deployment/**"))
                        .denyAll()
                        .anyRequest()
                        .hasAuthority("GROUP_camunda-admin"))
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // no cookie counts here
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain staffChain(
            HttpSecurity http,
            StaffListener staff,
            StaffLogin login,
            @Lazy AuthorizationService rights,
            @Lazy IdentityService identity)
            throws Exception {
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(CONTEXT_KEY);
        var lastWanted = new HttpSessionRequestCache();
        lastWanted.setSessionAttrName(WantedPage.SAVED);
        lastWanted.setRequestMatcher(new AndRequestMatcher(
                request -> "GET".equals(request.getMethod()),
                request -> !request.getRequestURI().contains("/api/")));
        return http.securityMatcher(staff::received)
                .authenticationManager(new ProviderManager(login))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(lastWanted))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher("/camunda/api/admin/setup/**"), // CVE-2026-77226, open in 7.24.0
                                PATH.matcher("/camunda/app/admin/*/setup/**"),
                                PATH.matcher(
                                        HttpMethod.POST,
                                        "/camunda/api/engine/engine/*/deployment/**"), // one pair of eyes
                                PATH.matcher(HttpMethod.DELETE, "/camunda/api/engine/engine/*/deployment/**"),
                                PATH.matcher("/camunda/api/engine/engine/*/task/*/complete"), // past the form
                                PATH.matcher("/camunda/api/engine/engine/*/task/*/bpmnError"),
                                PATH.matcher("/camunda/api/engine/engine/*/task/*/bpmnEscalation"),
                                PATH.matcher("/camunda/api/*/auth/user/*/login/**")) // one log-in, watched by one guard
                        .denyAll()
                        .requestMatchers(
                                PATH.matcher("/actuator/health/**"),
                                PATH.matcher("/assets/**"),
                                PATH.matcher("/error"),
                                PATH.matcher("/staff/login"))
                        .permitAll()
                        .requestMatchers(PATH.matcher("/actuator/**"))
                        .hasAuthority("GROUP_camunda-admin")
                        // letters carry links that set passwords: not for every desk
                        .requestMatchers(PATH.matcher("/outbox/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_managers")
                        .requestMatchers(PATH.matcher("/staff/decisions/tables/**")) // the rules, not what they decided
                        .access(withOwnPassword())
                        .requestMatchers(
                                PATH.matcher("/staff/figures/**"),
                                PATH.matcher("/staff/history/**"),
                                PATH.matcher("/staff/failed/**"),
                                PATH.matcher("/staff/decisions/**"),
                                PATH.matcher("/staff/ageing/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_managers")
                        .requestMatchers(PATH.matcher("/payouts/**"), PATH.matcher("/compensation/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_managers", "GROUP_billing")
                        .requestMatchers(PATH.matcher("/staff/credit/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_managers", "GROUP_credit")
                        .requestMatchers(PATH.matcher(HttpMethod.GET, "/staff/shipping/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_managers", "GROUP_logistics")
                        .requestMatchers(PATH.matcher("/staff/shipping/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_logistics")
                        .requestMatchers(PATH.matcher(HttpMethod.GET, "/staff/payments/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_managers", "GROUP_billing")
                        .requestMatchers(PATH.matcher("/staff/payments/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_billing")
                        .requestMatchers(PATH.matcher(HttpMethod.GET, "/staff/returns/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_managers", "GROUP_logistics")
                        .requestMatchers(PATH.matcher("/staff/returns/**"))
                        .hasAnyAuthority("GROUP_camunda-admin", "GROUP_logistics")
                        .requestMatchers(
                                PATH.matcher("/camunda/app/cockpit/**"), PATH.matcher("/camunda/api/cockpit/**"))
                        .access(new WebappAccess(rights, "cockpit"))
                        .requestMatchers(PATH.matcher("/camunda/app/admin/**"))
                        .access(new WebappAccess(rights, "admin"))
                        .requestMatchers(
                                PATH.matcher("/camunda/app/tasklist/**"), PATH.matcher("/camunda/api/tasklist/**"))
                        .access(new WebappAccess(rights, "tasklist"))
                        .requestMatchers(PATH.matcher("/staff/password"))
                        .authenticated()
                        .anyRequest()
                        .access(withOwnPassword()))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(pagesToTheLogIn()).accessDeniedHandler(new StaffRefusal()))
                .addFilterBefore(new StaffRecheck(identity, contexts), AnonymousAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/staff/login")
                        .loginProcessingUrl("/staff/login")
                        .successHandler(new StaffLoginSuccess(lastWanted))
                        .failureHandler(new StaffLoginFailure()))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                PATH.matcher(HttpMethod.POST, "/staff/logout"),
                                PATH.matcher(HttpMethod.POST, "/camunda/api/*/auth/user/*/logout")))
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
                                PATH.matcher("/camunda/api/**"))
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

    /** The web applications' own calls want an answer they understand, not a page. */
    private static AuthenticationEntryPoint pagesToTheLogIn() {
        var calls = new LinkedHashMap<RequestMatcher, AuthenticationEntryPoint>();
        calls.put(PATH.matcher("/camunda/api/**"), new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED));
        var byDoor = new DelegatingAuthenticationEntryPoint(calls);
        byDoor.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/staff/login"));
        return byDoor;
    }

    private static AuthorizationManager<RequestAuthorizationContext> withOwnPassword() {
        return AuthorizationManagers.allOf(
                AuthenticatedAuthorizationManager.authenticated(),
                AuthorizationManagers.not(
                        AuthorityAuthorizationManager.hasAuthority(StaffLogin.NEW_PASSWORD_DEMANDED.getAuthority())));
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
