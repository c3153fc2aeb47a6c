package io.partnerflow.credit;

import io.partnerflow.shared.VendorCalendar;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** The agency of the settings, or the sandbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CreditSettings.class)
class WhichAgency {

    @Bean
    CreditAgency creditAgency(CreditSettings settings, ResourceLoader files, VendorCalendar calendar, Clock clock) {
        return settings.elsewhere()
                ? new HttpCreditAgency(settings, clock)
                : new SandboxAgency(SandboxRules.read(files.getResource(settings.sandboxRules())), calendar);
    }
}
