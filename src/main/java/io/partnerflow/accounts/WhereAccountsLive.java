package io.partnerflow.accounts;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Accounts live in the system of the settings, or here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountsSettings.class)
class WhereAccountsLive {

    @Bean
    ProvisioningSystem provisioningSystem(
            AccountsSettings settings,
            Failures failures,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        if (!settings.elsewhere()) {
            return new BuiltInDirectory(
                    new DirectoryTables(database, clock), transactions, failures, settings.loginUrl());
        }
        return switch (settings.protocol()) {
            case HTTP ->
                new HttpProvisioning(new ProvisioningHttp(settings, failures, InstantSource.system()), failures);
            case SCIM -> new ScimProvisioning(settings, failures);
        };
    }
}
