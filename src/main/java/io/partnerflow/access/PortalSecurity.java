package io.partnerflow.access;

import io.partnerflow.database.Installation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who gets in by the portal's door: pages, documents and the API. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    private static final String CONTEXT_KEY = "PORTAL_SECURITY_CONTEXT";
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    /** The API: a key, a session of the portal, or (in a demo) name and password with every call. */
    @Bean
    @Order(30)
    SecurityFilterChain apiChain(
            HttpSecurity http, PortalLogin login, KeyLogin keys, Installation installation, ApiRefusal refusal)
            throws Exception {
        http.securityMatcher(PATH.matcher("/api/**"))
                .authenticationManager(new ProviderManager(login))
                .securityContext(context -> context.securityContextRepository(contexts()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher(HttpMethod.POST, "/api/v1/carrier-events"), // signed instead
                                PATH.matcher(HttpMethod.POST, "/api/v1/reseller-applications"),
                                PATH.matcher("/api/v1/reseller-applications/**"),
                                PATH.matcher(HttpMethod.POST, "/api/v1/provisioning-events"), // signed instead
                                PATH.matcher("/api/v1/offers/accept/**"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new KeyFilter(keys, refusal), BasicAuthenticationFilter.class)
                // a call that names its user itself cannot be forged by another site, one with only a cookie can
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null,
                        PATH.matcher("/api/v1/carrier-events"),
                        PATH.matcher("/api/v1/reseller-applications/**"),
                        PATH.matcher("/api/v1/provisioning-events"),
                        PATH.matcher("/api/v1/offers/accept/**")));
        if (installation.demo()) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(refusal));
        }
        return http.build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain portalChain(
            HttpSecurity http, PortalLogin login, PortalLoginSuccess success, PageTokens tokens, RefusedForm refused)
            throws Exception {
        return http.authenticationManager(new ProviderManager(login))
                .securityContext(context -> context.securityContextRepository(contexts()))
                .requestCache(cache -> cache.requestCache(success.lastWanted()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher("/"),
                                PATH.matcher("/login/**"),
                                PATH.matcher(HttpMethod.POST, "/language"),
                                PATH.matcher("/apply/**"),
                                PATH.matcher("/link/**"),
                                PATH.matcher("/password/**"),
                                PATH.matcher("/resume/**"),
                                PATH.matcher("/assets/**"),
                                PATH.matcher("/error"),
                                PATH.matcher("/favicon.ico"),
                                PATH.matcher("/problems/**"),
                                PATH.matcher("/v3/api-docs/**"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage("/login").successHandler(success).failureHandler(new PortalLoginFailure()))
                .logout(logout -> logout.logoutUrl("/logout")
                        .logoutSuccessUrl("/login?out")
                        .invalidateHttpSession(false) // a staff log-in in the same browser goes on
                        .addLogoutHandler(contextOnly())
                        .addLogoutHandler((request, response, who) -> success.forget(request)))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .exceptionHandling(errors -> errors.accessDeniedHandler(refused))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Slow on purpose: a stolen table of hashes must not give the passwords away. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Pbkdf2PasswordEncoder("", 16, 600_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    private static HttpSessionSecurityContextRepository contexts() {
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(CONTEXT_KEY);
        return contexts;
    }

    private static SecurityContextLogoutHandler contextOnly() {
        var handler = new SecurityContextLogoutHandler();
        handler.setInvalidateHttpSession(false);
        handler.setSecurityContextRepository(contexts());
        return handler;
    }
}
