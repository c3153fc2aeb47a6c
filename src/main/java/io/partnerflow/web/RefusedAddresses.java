package io.partnerflow.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** An address written so that it might slip past a rule (semicolons, double slashes, encoded dots) leads nowhere. */
@Configuration(proxyBeanMethods = false)
class RefusedAddresses {

    @Bean
    RequestRejectedHandler refusedAddress() {
        return new HttpStatusRequestRejectedHandler(HttpServletResponse.SC_NOT_FOUND);
    }
}
