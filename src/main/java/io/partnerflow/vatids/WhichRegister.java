package io.partnerflow.vatids;

import io.partnerflow.engine.Decisions;
import io.partnerflow.tax.VatTable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of the settings, or the built-in one; and the VAT table that is deployed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VatIdSettings.class)
class WhichRegister {

    @Bean
    VatRegister vatRegister(VatIdSettings settings) {
        return settings.elsewhere() ? new HttpVatRegister(settings) : new BuiltInVatRegister();
    }

    @Bean
    VatTable vatTable(Decisions decisions) {
        return new DeployedVatTable(decisions);
    }
}
